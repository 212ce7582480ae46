package com.cactuswealth.launcher.demo;

import java.util.HashMap;
import java.util.Map;

/**
 * Who a client is.
 *
 * @param notes empty for none
 * @param savings what the client can save each month as the API takes it; empty when nobody asked yet
 */
record Profile(
        String firstName,
        String lastName,
        String email,
        String phone,
        String riskProfile,
        String leadSource,
        String notes,
        Map<String, String> savings) {

    /** As the API takes it; a prospect of whoever asks. */
    Map<String, Object> request() {
        var request = new HashMap<String, Object>(Map.of(
                "firstName", firstName,
                "lastName", lastName,
                "email", email,
                "phone", phone,
                "riskProfile", riskProfile,
                "leadSource", leadSource));
        if (!notes.isEmpty()) {
            request.put("notes", notes);
        }
        if (!savings.isEmpty()) {
            request.put("savingsCapacity", savings);
        }
        return request;
    }
}
