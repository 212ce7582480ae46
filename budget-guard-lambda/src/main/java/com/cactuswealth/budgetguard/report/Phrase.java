package com.cactuswealth.budgetguard.report;

/** All that reports can say. The first remark's name is the reason that logs and answers give. */
public enum Phrase {
    NOTHING_KNOWN(
            "El evento no es un aviso de SNS ni un pedido que esta función atienda. No se tocó nada.",
            "The event is neither a notice of SNS nor anything that this function is asked for. Nothing was touched."),
    OTHER_TOPIC(
            "El aviso llegó por otro tema de SNS (%s), no por el de AWS Budgets. No se detuvo nada.",
            "The notice came by another SNS topic (%s), not by that of AWS Budgets. Nothing was stopped."),
    NOT_SIGNED(
            "El aviso no lleva una firma válida de SNS. No se detuvo nada.",
            "The notice bears no valid signature of SNS. Nothing was stopped."),
    NOT_UNDERSTOOD(
            "El aviso no se entiende (en inglés: %s). No se detuvo nada; léalo y decida usted:%n%s",
            "The notice was not understood: %s. Nothing was stopped; please read it and decide:%n%s"),
    OTHER_ACCOUNT(
            "El aviso es sobre otra cuenta de AWS (%s). No se detuvo nada.",
            "The notice is about another AWS account (%s). Nothing was stopped."),
    OTHER_BUDGET(
            "El aviso es sobre otro presupuesto (%s). No se detuvo nada.",
            "The notice is about another budget (%s). Nothing was stopped."),
    PERIOD_OVER(
            "El aviso es del período %s, que no es el actual. No se detuvo nada.",
            "The notice is about the period %s, which is not the current one. Nothing was stopped."),
    FORECAST(
            "Es un pronóstico: al final del período el gasto sería de %s sobre %s. No se detuvo nada; todavía hay tiempo.",
            "This is a forecast: by the end of the period %s of %s would be spent. Nothing was stopped; there is time."),
    BELOW_SHARE(
            "El gasto de %s todavía no llega a %s, que es desde donde se detienen instancias. No se detuvo nada.",
            "The spend of %s is still below %s, from where on instances are stopped. Nothing was stopped."),
    SPENT(
            "AWS Budgets informa un gasto de %s sobre un presupuesto de %s.",
            "AWS Budgets tells of a spend of %s of a budget of %s."),

    ALREADY_HANDLED(
            "Otra ejecución ya se ocupa o se ocupó de esto; no se hizo nada.",
            "Another run sees or has seen to this; nothing was done."),
    AWS_REFUSED(
            "AWS rechazó %s (%s). Lo que faltaba no se hizo.", "AWS refused %s (%s). What was left has not been done."),
    GAVE_UP(
            "Tardó más de lo previsto y no se espera más. Así quedó:",
            "It took longer than it ever should; nobody waits any more. This is how things stand:"),
    STATE("%s (%s) está en el estado %s.", "%s (%s) is in the state %s."),
    NO_INSTANCES(
            "Ninguna instancia del proyecto «%s» lleva la etiqueta cactus:budget-guard=stop. El gasto sigue.",
            "No instance of the project “%s” has the tag cactus:budget-guard=stop. Spending goes on."),
    TOO_MANY_INSTANCES(
            "Hay %s instancias con las etiquetas del guardián y se permiten %s: parece un error. No se tocó ninguna.",
            "%s instances have the guard's tags and %s are allowed: that looks like a mistake. None was touched."),

    WOULD_STOP("Detendría %s (%s).", "It would stop %s (%s)."),
    ABOUT_TO_STOP("Está por detenerse %s (%s).", "%s (%s) is about to be stopped."),
    STOPPED("Se detuvo %s (%s).", "%s (%s) was stopped."),
    WAS_STOPPED("%s (%s) ya estaba detenida y queda así.", "%s (%s) had been stopped before and stays so."),
    NOT_STOPPED(
            "No se pudo detener %s (%s): AWS respondió %s. El gasto sigue.",
            "%s (%s) could not be stopped: AWS answered %s. Spending goes on."),
    NOT_TAGGED(
            "%s no se pudo etiquetar (%s): habrá que encenderla a mano.",
            "%s could not be tagged (%s): it will have to be started by hand."),
    STILL_COSTS(
            "Atención: una instancia detenida sigue pagando sus discos (EBS) y su dirección IPv4.",
            "Note: a stopped instance still pays for its disks (EBS) and its IPv4 address."),

    NOTHING_TO_RESUME(
            "No hay instancias que el guardián haya detenido.", "There are no instances that the guard stopped."),
    HELD("%s queda detenida: lleva la etiqueta cactus:hold.", "%s stays stopped: it has the tag cactus:hold."),
    STILL_OVER(
            "No se encendió nada: el presupuesto sigue superado, con %s de %s. Los datos de AWS pueden tener 12 horas de demora.",
            "Nothing was started: the budget is still exceeded, with %s of %s. AWS' figures may lag by 12 hours."),
    WOULD_START("Encendería %s (%s).", "It would start %s (%s)."),
    STARTED("%s (%s) volvió a encenderse.", "%s (%s) runs again."),
    NOT_STARTED("No se pudo encender %s (%s): AWS respondió %s.", "%s (%s) could not be started: AWS answered %s."),

    NO_TYPES(
            "No está configurado a qué tipos cambiar (CACTUS_BUDGET_GUARD_INSTANCE_TYPES).",
            "The types to change to are not configured (CACTUS_BUDGET_GUARD_INSTANCE_TYPES)."),
    RIGHT_TYPE("%s ya es %s.", "%s already is a %s."),
    UNKNOWN_TYPE(
            "%s no se cambia: el tipo %s no está entre los configurados o AWS no lo conoce aquí.",
            "%s is not changed: the type %s is not among those configured, or AWS does not know it here."),
    OTHER_ARCHITECTURE("%s no se cambia: es %s y %s no lo es.", "%s is not changed: it is %s and %s is not."),
    INSTANCE_STORE(
            "%s no se cambia: su disco raíz es local y se perdería al detenerla.",
            "%s is not changed: its root disk is an instance store, which stopping would lose."),
    AUTO_SCALING(
            "%s no se cambia: es del grupo de Auto Scaling %s, que la reemplazaría.",
            "%s is not changed: it belongs to the Auto Scaling group %s, which would replace it."),
    WOULD_RESIZE("Cambiaría %s de %s a %s.", "It would change %s from %s to %s."),
    ABOUT_TO_RESIZE(
            "%s está por detenerse para cambiar de %s a %s; vuelve en minutos.",
            "%s is about to be stopped to change from %s to %s; it is back within minutes."),
    RESIZED("%s cambió de %s a %s y funciona.", "%s was changed from %s to %s and works."),
    RESIZED_STOPPED(
            "%s cambió de %s a %s; estaba detenida y queda así.",
            "%s was changed from %s to %s; it had been stopped and stays so."),
    NOT_ON_TYPE("%s no funcionó como %s: %s.", "%s did not work as a %s: %s."),
    NOT_RESIZED(
            "%s funciona con su tipo de antes, %s. El cambio queda pendiente.",
            "%s works with the type it had, %s. The change is still to be made."),
    LEFT(
            "%s (%s) quedó en el estado %s. Falta hacer a mano: %s",
            "%s (%s) was left in the state %s. To be done by hand: %s"),

    SELF_TEST(
            "El guardián funciona: entiende los avisos, lee su registro y ve %s instancia(s): %s.",
            "The guard works: it understands notices, reads its ledger and sees %s instance(s): %s."),
    SELF_TEST_FAILED(
            "La prueba semanal del guardián falló: no entiende su propio ejemplo.",
            "The guard's weekly test failed: it does not understand its own example.");

    private final String es;
    private final String en;

    Phrase(String es, String en) {
        this.es = es;
        this.en = en;
    }

    String es() {
        return es;
    }

    String en() {
        return en;
    }
}
