package com.cactuswealth.budgetguard.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** A key and its certificate, made by the JDK's keytool, that play those of SNS. */
public final class SigningKey {

    private static final String PASSWORD = "only-in-this-test";

    private final PrivateKey key;
    private final X509Certificate certificate;

    private SigningKey(PrivateKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /** One whose certificate is valid for a day from now. */
    public static SigningKey make() {
        try {
            var file = Files.createTempDirectory("sns").resolve("sns.p12");
            var keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-keystore",
                            file.toString(),
                            "-storepass",
                            PASSWORD,
                            "-alias",
                            "sns",
                            "-keyalg",
                            "RSA",
                            "-keysize",
                            "2048",
                            "-dname",
                            "CN=sns.amazonaws.com",
                            "-validity",
                            "1")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (keytool.waitFor() != 0) {
                throw new AssertionError("keytool ended with " + keytool.exitValue());
            }
            var store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
            return new SigningKey((PrivateKey) store.getKey("sns", PASSWORD.toCharArray()), (X509Certificate)
                    store.getCertificate("sns"));
        } catch (IOException | GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** The notice with the signature that SNS would give it. */
    public SnsNotice sign(SnsNotice notice) {
        try {
            var signature =
                    Signature.getInstance(notice.signatureVersion().equals("2") ? "SHA256withRSA" : "SHA1withRSA");
            signature.initSign(key);
            signature.update(notice.signedText().getBytes(UTF_8));
            return new SnsNotice(
                    notice.type(),
                    notice.messageId(),
                    notice.topicArn(),
                    notice.subject(),
                    notice.message(),
                    notice.timestamp(),
                    notice.signatureVersion(),
                    Base64.getEncoder().encodeToString(signature.sign()),
                    notice.signingCertUrl());
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
