package com.cactuswealth.notifications.inbox;

import java.util.Map;

/** What a notification is about, and its words. */
@SuppressWarnings("ImmutableEnumChecker") // a record of strings is immutable
public enum Kind {
    CLIENT_CREATED(
            new Wording("Cliente nuevo", "New client"),
            new Wording("Nuevo cliente añadido: {firstName} {lastName}", "New client added: {firstName} {lastName}")),
    STAGE_CHANGED(
            new Wording("Cambio de etapa", "Stage changed"),
            new Wording(
                    "{firstName} {lastName} pasó de {fromStage} a {toStage}",
                    "{firstName} {lastName} moved from {fromStage} to {toStage}")),
    CLIENT_TRANSFERRED(
            new Wording("Cliente asignado", "Client assigned"),
            new Wording("{firstName} {lastName} ahora es tu cliente", "{firstName} {lastName} is now your client")),
    PORTFOLIO_CREATED(
            new Wording("Cartera nueva", "New portfolio"),
            new Wording(
                    "Nueva cartera «{name}» ({currency}) de {clientName}",
                    "New portfolio “{name}” ({currency}) of {clientName}")),
    WEBHOOK_DISABLED(
            new Wording("Webhook desactivado", "Webhook disabled"),
            new Wording("Se desactivó el webhook {url}: {reason}", "The webhook {url} was disabled: {reason}")),
    ADVISOR_JOINED(
            new Wording("Asesor nuevo", "New advisor"),
            new Wording("{name} se sumó a tu equipo", "{name} joined your team")),
    BUDGET(
            new Wording("Guardián del presupuesto", "Budget guard"),
            new Wording(
                    "{action}: {outcome}. {summary} («{budget}», {period}: {spent})",
                    "{action}: {outcome}. {summary} (“{budget}”, {period}: {spent})"));

    private final Wording title;
    private final Wording text;

    Kind(Wording title, Wording text) {
        this.title = title;
        this.text = text;
    }

    String title(Language language) {
        return title.in(language);
    }

    String text(Language language, Map<String, String> parameters) {
        return text.in(language, parameters);
    }
}
