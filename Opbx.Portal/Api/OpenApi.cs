using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Opbx.Portal.Api;

/// <summary>The OpenAPI document of the REST API, generated from the endpoints.</summary>
public static class OpenApi
{
    private const string Scheme = "apiKey";

    private static readonly Dictionary<string, string> Verbs = new(StringComparer.OrdinalIgnoreCase) {
        ["GET"] = "Read",
        ["POST"] = "Create or run",
        ["PUT"] = "Replace",
        ["PATCH"] = "Change",
        ["DELETE"] = "Delete",
    };

    public static IServiceCollection AddApiDescription(this IServiceCollection services) =>
        services.ConfigureHttpJsonOptions(SpellAsDocument).AddSingleton<IApiDescriptionProvider, ApiShapeProvider>()
            .AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = endpoint => $"/{endpoint.RelativePath}".StartsWith(ApiGroup.Prefix + "/", StringComparison.Ordinal);
        options.AddDocumentTransformer((document, _, _) => DescribeAsync(document));
        options.AddOperationTransformer((operation, context, _) => DescribeAsync(operation, context));
    });

    /// <summary>Schemas are generated from these options.</summary>
    private static void SpellAsDocument(JsonOptions json)
    {
        json.SerializerOptions.NumberHandling = DocumentJson.Options.NumberHandling;
        json.SerializerOptions.MaxDepth = DocumentJson.Options.MaxDepth;
        foreach (var converter in DocumentJson.Options.Converters) json.SerializerOptions.Converters.Add(converter);
    }

    /// <summary>Served at <c>/openapi/v1.json</c> to everyone; it contains no secrets.</summary>
    public static void MapApiDescription(this IEndpointRouteBuilder app) => app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();

    private static Task DescribeAsync(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo {
            Title = "OPBX",
            Version = "v1",
            Description =
                "Phone systems, calls, integrations and access of one organization. Every list answers {items, nextCursor}; every " +
                    "refusal is a problem document (RFC 9457). "
                + "Objects have the shape they have in the exported configuration document. An ETag of a read object can be sent back " +
                    "as If-Match.",
        };
        document.Servers = [];
        var tags = document.Paths.Values.Where(p => p.Operations is not null).SelectMany(p => p.Operations!.Values)
            .SelectMany(o => o.Tags ?? new HashSet<OpenApiTagReference>()).Select(t => t.Name!);
        document.Tags = tags.Distinct(StringComparer.Ordinal).Select(name => new OpenApiTag { Name = name }).ToHashSet();
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal) {
            [Scheme] = new OpenApiSecurityScheme {
                Type = SecuritySchemeType.Http, Scheme = "bearer",
                Description = "An API key of the organization (opbx_...)."
            },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];
        return Task.CompletedTask;
    }

    private static Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var path = context.Description.RelativePath ?? "";
        var words = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(2).Where(p => !p.StartsWith('{')).ToList();
        var last = words.Count > 0 ? words[^1].Replace('-', ' ') : "";
        operation.Summary =
            $"{Verbs.GetValueOrDefault(context.Description.HttpMethod ?? "", "Use")} {last}{(path.EndsWith('}') ? " (one)" : "")}";
        operation.Tags =
            new HashSet<OpenApiTagReference> { new(words is ["pbxs", var kind, ..] ? kind : words.FirstOrDefault()
                ?? "api", context.Document) };
        operation.Responses ??= [];
        foreach (var (status, meaning) in new[] { ("401", "No key, or one that is not valid"), ("403", "The key's role may not do this"),
            ("422", "Values that break rules, by JSON pointer") })
            operation.Responses.TryAdd(status, new OpenApiResponse { Description = meaning });
        foreach (var (name, meaning) in context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiShape>()
            .SelectMany(s => s.Query ?? []))
            (operation.Parameters ??= [])
                .Add(new OpenApiParameter {
                    Name = name, In = ParameterLocation.Query, Description = meaning,
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String }
                });
        return Task.CompletedTask;
    }
}
