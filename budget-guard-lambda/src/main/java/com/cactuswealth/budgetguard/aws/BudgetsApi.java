package com.cactuswealth.budgetguard.aws;

import com.cactuswealth.budgetguard.GuardConfig;
import com.cactuswealth.budgetguard.resume.Budgets;
import com.cactuswealth.budgetguard.resume.Spend;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/**
 * The one call of AWS Budgets that resume needs, signed by the SDK's signer. AWS has no SDK module for it in the
 * repositories that everybody who builds this reaches, and one call needs none.
 */
@Singleton
class BudgetsApi implements Budgets {

    /** Budgets is one service for all regions. */
    private static final URI ENDPOINT = URI.create("https://budgets.amazonaws.com");

    private static final String REGION = "us-east-1";
    private static final int THROTTLED = 429;

    private final AwsClients clients;
    private final GuardConfig config;
    private final ObjectMapper mapper;

    BudgetsApi(AwsClients clients, GuardConfig config, ObjectMapper mapper) {
        this.clients = clients;
        this.config = config;
        this.mapper = mapper;
    }

    @Override
    public Spend spend() {
        try {
            var budget = call(Map.of("AccountId", config.account(), "BudgetName", config.budget()))
                    .path("Budget");
            return new Spend(
                    amount(budget.path("CalculatedSpend").path("ActualSpend")), amount(budget.path("BudgetLimit")));
        } catch (IOException noAnswer) {
            throw new AwsFailure("DescribeBudget", "no answer", true, noAnswer);
        }
    }

    private JsonNode call(Map<String, String> question) throws IOException {
        var body = ContentStreamProvider.fromByteArray(mapper.writeValueAsBytes(question));
        var request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(config.endpoint().orElse(ENDPOINT))
                .encodedPath("/")
                .putHeader("Content-Type", "application/x-amz-json-1.1")
                .putHeader("X-Amz-Target", "AWSBudgetServiceGateway.DescribeBudget")
                .build();
        var signed = AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(clients.credentials().resolveCredentials())
                        .request(request)
                        .payload(body)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "budgets")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, REGION));
        var response = clients.http()
                .prepareRequest(HttpExecuteRequest.builder()
                        .request(signed.request())
                        .contentStreamProvider(signed.payload().orElse(body))
                        .build())
                .call();
        try (var stream = response.responseBody().orElseThrow()) {
            var answer = mapper.readTree(stream);
            if (response.httpResponse().isSuccessful()) {
                return answer;
            }
            throw failure(response.httpResponse().statusCode(), answer);
        }
    }

    private static AwsFailure failure(int status, JsonNode answer) {
        var type = answer.path("__type").asText("HTTP " + status);
        var code = type.substring(type.indexOf('#') + 1);
        var temporary = status >= 500 || status == THROTTLED || code.startsWith("Throttling");
        return new AwsFailure("DescribeBudget", code, temporary, null);
    }

    private static BigDecimal amount(JsonNode spend) throws IOException {
        try {
            return new BigDecimal(spend.path("Amount").asText());
        } catch (NumberFormatException noAmount) {
            throw new IOException("a budget without an amount", noAmount);
        }
    }
}
