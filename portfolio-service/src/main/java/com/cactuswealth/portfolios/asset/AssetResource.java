package com.cactuswealth.portfolios.asset;

import com.cactuswealth.platform.access.Roles;
import com.cactuswealth.platform.paging.Page;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The catalogue of assets: everybody reads it, administrators add to it. */
@Path("/api/v1/assets")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Assets")
class AssetResource {

    private final Assets assets;

    AssetResource(Assets assets) {
        this.assets = assets;
    }

    @POST
    @Operation(summary = "Add an asset", description = "For administrators.")
    @APIResponse(responseCode = "409", description = "The symbol is taken")
    @APIResponseSchema(responseCode = "201", value = AssetView.class)
    @RolesAllowed(Roles.ADMIN)
    @Transactional
    public RestResponse<AssetView> add(@NotNull @Valid AssetRequest request) {
        var asset = assets.add(request).view();
        return RestResponse.ResponseBuilder.<AssetView>created(URI.create("/api/v1/assets/" + asset.id()))
                .entity(asset)
                .build();
    }

    @GET
    @Operation(summary = "Search assets", description = "In the order of the symbols; q is part of a symbol or a name.")
    @Transactional
    public Page<AssetView> search(
            @RestQuery String q,
            @RestQuery AssetType type,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RestQuery Optional<String> cursor) {
        return assets.search(q, type, cursor, limit);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read an asset", description = "An asset of the catalogue.")
    @Transactional
    public AssetView get(@RestPath UUID id) {
        return assets.get(id).view();
    }
}
