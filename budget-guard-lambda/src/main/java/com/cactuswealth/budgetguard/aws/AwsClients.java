package com.cactuswealth.budgetguard.aws;

import com.cactuswealth.budgetguard.GuardConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** The SDK's clients, each made when it is first needed: most invocations need three of them. */
@Singleton
class AwsClients {

    /** With the SDK's exponential back-off, half a minute of throttling. */
    private static final int ATTEMPTS = 6;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

    private final GuardConfig config;
    private final Lazily<SdkHttpClient> http = new Lazily<>(() -> UrlConnectionHttpClient.builder()
            .connectionTimeout(CONNECT_TIMEOUT)
            .socketTimeout(ANSWER_TIMEOUT)
            .build());
    private final Lazily<AwsCredentialsProvider> credentials =
            new Lazily<>(() -> DefaultCredentialsProvider.builder().build());
    private final Lazily<DynamoDbClient> dynamoDb =
            new Lazily<>(() -> configured(DynamoDbClient.builder()).build());
    private final Lazily<Ec2Client> ec2 =
            new Lazily<>(() -> configured(Ec2Client.builder()).build());
    private final Lazily<LambdaClient> lambda =
            new Lazily<>(() -> configured(LambdaClient.builder()).build());
    private final Lazily<SnsClient> sns =
            new Lazily<>(() -> configured(SnsClient.builder()).build());
    private final Lazily<SsmClient> ssm =
            new Lazily<>(() -> configured(SsmClient.builder()).build());

    AwsClients(GuardConfig config) {
        this.config = config;
    }

    SdkHttpClient http() {
        return http.get();
    }

    AwsCredentialsProvider credentials() {
        return credentials.get();
    }

    DynamoDbClient dynamoDb() {
        return dynamoDb.get();
    }

    Ec2Client ec2() {
        return ec2.get();
    }

    LambdaClient lambda() {
        return lambda.get();
    }

    SnsClient sns() {
        return sns.get();
    }

    SsmClient ssm() {
        return ssm.get();
    }

    private <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> B configured(B builder) {
        builder.httpClient(http())
                .credentialsProvider(credentials())
                .region(Region.of(config.region()))
                .overrideConfiguration(override -> override.retryStrategy(DefaultRetryStrategy.standardStrategyBuilder()
                        .useClientDefaults(false)
                        .maxAttempts(ATTEMPTS)
                        .retryOnException(Aws::isTemporary)
                        .treatAsThrottling(Aws::isThrottling)
                        .build()));
        config.endpoint().ifPresent(builder::endpointOverride);
        return builder;
    }
}
