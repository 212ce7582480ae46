package com.cactuswealth.budgetguard.alert;

import java.net.URI;
import java.security.cert.X509Certificate;

/** Where the certificates lie with which SNS signs. */
public interface Certificates {

    /** The certificate at an address that has been found to be SNS' own. */
    X509Certificate at(URI address);
}
