namespace Opbx.Portal.Sandbox.Rest;

/// <summary>The sandbox's REST API, below <c>/sandbox/api</c>, in every form of URL the platform supports.</summary>
internal static class SandboxApi
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/sandbox/api").AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        foreach (var prefix in (string[])["/customers/{customer}", "/tenants/{customer}", ""])
        {
            api.On("GET", prefix + "/domains", request => Answers.Ok(new[] { DomainEndpoints.Json(request) }));
            var domain = api.MapGroup(prefix + "/domains/{domain}");
            DomainEndpoints.Map(domain);
            MapResources(domain);
        }

        MapResources(api);
        SandboxCallEndpoints.Map(api.MapGroup("/calls/{domain}"));
        api.On("GET", "/customers/{customer}", _ => Answers.Error(StatusCodes.Status401Unauthorized, "this key opens one domain only"));
        api.MapFallback("{**rest}", () => Answers.Error(StatusCodes.Status404NotFound, "unknown resource"));
    }

    private static void MapResources(IEndpointRouteBuilder routes)
    {
        ApplicationEndpoints.Map(routes);
        SubscriberEndpoints.Map(routes);
        KeyEndpoints.Map(routes);
        SessionEndpoints.Map(routes);
        ConferenceEndpoints.Map(routes);
        routes.On("GET", "/trunks", request => Answers.Ok(request.Domain.Trunks));
        routes.On("GET", "/dnids", _ => Answers.Ok(Array.Empty<object>()));
        routes.On("GET", "/resources/voices", _ => Answers.Ok(Voices));
    }

    private static readonly object[] Voices =
    [
        new { voice = "woman", gender = "female", languages = new[] { "en-US" }, provider = "Cloudonix", pricing = "standard" },
        new { voice = "man", gender = "male", languages = new[] { "en-US" }, provider = "Cloudonix", pricing = "standard" },
    ];
}
