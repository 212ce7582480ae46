package com.cactuswealth.clients.client;

import com.cactuswealth.platform.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** A person whom an advisor looks after, or hopes to. */
@Entity
public class Client {

    @Id
    private UUID id;

    private UUID ownerId;
    private String firstName;
    private String lastName;

    /** Null only where there is a phone. */
    private String email;

    private String phone;

    @Enumerated(EnumType.STRING)
    private RiskProfile riskProfile;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    private Instant stageSince;

    /** When the client first became active, or null. */
    private Instant wonAt;

    @Enumerated(EnumType.STRING)
    private LeadSource leadSource;

    private String notes;
    private String liveNotes;
    private String portfolioName;
    private UUID referredByClientId;
    private BigDecimal savingsAmount;
    private String savingsCurrency;

    @Version
    private int version;

    private Instant createdAt;
    private Instant updatedAt;

    private Instant archivedAt;

    /** The database writes it and the queries read it. */
    @Column(insertable = false, updatable = false)
    @SuppressWarnings("UnusedVariable")
    private String search;

    /** The last name as lists are sorted by it, written by the database. */
    @Column(insertable = false, updatable = false)
    private String sortName;

    protected Client() {}

    Client(UUID id, UUID ownerId, ClientRequest request, Instant now) {
        this.id = id;
        this.ownerId = ownerId;
        this.createdAt = now;
        change(request, now);
        enter(request.stage(), now);
    }

    /** Takes over everything but owner and stage, which change by acts of their own. */
    final void change(ClientRequest request, Instant now) {
        firstName = request.firstName();
        lastName = request.lastName();
        email = request.email();
        phone = request.phone();
        riskProfile = request.riskProfile();
        leadSource = request.leadSource();
        notes = request.notes();
        liveNotes = request.liveNotes();
        portfolioName = request.portfolioName();
        referredByClientId = request.referredByClientId();
        var savings = request.savingsCapacity();
        savingsAmount = savings == null ? null : savings.amount();
        savingsCurrency = savings == null ? null : savings.currency();
        updatedAt = now;
    }

    /** That the client entered the stage it was created in. */
    StageChange firstStage(UUID changeId, UUID by) {
        return new StageChange(changeId, id, null, null, stage, by, createdAt);
    }

    /** Leaves the present stage for the next. */
    StageChange moveTo(Stage next, UUID changeId, UUID by, Instant now) {
        var change = new StageChange(changeId, id, stage, stageSince, next, by, now);
        enter(next, now);
        updatedAt = now;
        return change;
    }

    /** Goes back to the stage before a move that its author takes back: the stay there goes on, and nothing was won. */
    StageChange takeBack(StageChange move, UUID changeId, Instant now) {
        var back = moveTo(move.fromStage(), changeId, move.changedBy(), now);
        stageSince = move.fromSince();
        if (move.changedAt().equals(wonAt)) {
            wonAt = null;
        }
        return back;
    }

    private void enter(Stage next, Instant now) {
        stage = next;
        stageSince = now;
        if (wonAt == null && Stage.ACTIVE.contains(next)) {
            wonAt = now;
        }
    }

    void transferTo(UUID owner, Instant now) {
        ownerId = owner;
        updatedAt = now;
    }

    void archive(Instant now) {
        archivedAt = now;
        updatedAt = now;
    }

    void restore(Instant now) {
        archivedAt = null;
        updatedAt = now;
    }

    boolean isArchived() {
        return archivedAt != null;
    }

    /** The present state as the request that would make it, for a patch to start from. */
    ClientRequest asRequest() {
        return new ClientRequest(
                firstName,
                lastName,
                email,
                phone,
                riskProfile,
                stage,
                leadSource,
                notes,
                liveNotes,
                portfolioName,
                referredByClientId,
                savingsCapacity(),
                ownerId);
    }

    public UUID id() {
        return id;
    }

    public UUID ownerId() {
        return ownerId;
    }

    String firstName() {
        return firstName;
    }

    String lastName() {
        return lastName;
    }

    String sortName() {
        return sortName;
    }

    String email() {
        return email;
    }

    String phone() {
        return phone;
    }

    RiskProfile riskProfile() {
        return riskProfile;
    }

    Stage stage() {
        return stage;
    }

    Instant stageSince() {
        return stageSince;
    }

    LeadSource leadSource() {
        return leadSource;
    }

    String notes() {
        return notes;
    }

    String liveNotes() {
        return liveNotes;
    }

    String portfolioName() {
        return portfolioName;
    }

    UUID referredByClientId() {
        return referredByClientId;
    }

    Money savingsCapacity() {
        return savingsAmount == null ? null : new Money(savingsAmount, savingsCurrency);
    }

    int version() {
        return version;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    /** Null unless the client is archived. */
    Instant archivedAt() {
        return archivedAt;
    }
}
