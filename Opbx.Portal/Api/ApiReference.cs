using Opbx.Portal.Navigation;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace Opbx.Portal.Api;

/// <summary>The REST API's reference as a page for trying requests. Its files come with the portal; it contains no secrets.</summary>
public static class ApiReference
{
    public static void UseApiReference(this WebApplication app) => app.UseSwaggerUI(options =>
    {
        options.RoutePrefix = Paths.ApiReference.TrimStart('/');
        options.DocumentTitle = "API reference - OPBX";
        options.SwaggerEndpoint("/openapi/v1.json", "OPBX v1");
        options.DocExpansion(DocExpansion.None);
        options.EnableTryItOutByDefault();
        options.DefaultModelsExpandDepth(-1);
        options.EnableFilter();
    });
}
