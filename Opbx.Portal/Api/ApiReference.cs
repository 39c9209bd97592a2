using Opbx.Portal.Navigation;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace Opbx.Portal.Api;

/// <summary>The reference of the REST API as a page on which requests can be tried. Its files come with the portal; it holds nothing that
/// is secret.</summary>
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
