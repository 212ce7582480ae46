package com.cactuswealth.auth.user;

import com.cactuswealth.platform.access.Role;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Someone who can sign in. */
@Entity
@Table(name = "users")
public class User {

    @Id
    private UUID id;

    private String email;
    private String username;
    private String name;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Enumerated(EnumType.STRING)
    private Grade grade;

    private UUID managerId;
    private boolean active;
    private String passwordHash;
    private String language;
    private String timeZone;

    @Version
    private int version;

    private Instant createdAt;
    private Instant updatedAt;

    protected User() {}

    User(UUID id, UserRequest request, String passwordHash, Instant now) {
        this.id = id;
        this.email = Identifier.normal(request.email());
        this.username = request.username();
        this.name = request.name();
        this.role = request.role();
        this.grade = request.grade();
        this.managerId = request.managerId();
        this.active = true;
        this.passwordHash = passwordHash;
        this.createdAt = now;
        this.updatedAt = now;
    }

    public UUID id() {
        return id;
    }

    public String email() {
        return email;
    }

    String username() {
        return username;
    }

    public String name() {
        return name;
    }

    public Role role() {
        return role;
    }

    Grade grade() {
        return grade;
    }

    Optional<UUID> managerId() {
        return Optional.ofNullable(managerId);
    }

    public boolean isActive() {
        return active;
    }

    public String passwordHash() {
        return passwordHash;
    }

    Optional<String> language() {
        return Optional.ofNullable(language);
    }

    Optional<String> timeZone() {
        return Optional.ofNullable(timeZone);
    }

    ProfileRequest profile() {
        return new ProfileRequest(language, timeZone);
    }

    void change(ProfileRequest profile, Instant now) {
        language = profile.language();
        timeZone = profile.timeZone();
        updatedAt = now;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
