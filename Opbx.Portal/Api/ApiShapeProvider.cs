using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Opbx.Portal.Api;

/// <summary>Adds <see cref="ApiShape"/> to the description. The framework's own metadata would refuse bodies before
/// authorization.</summary>
internal sealed class ApiShapeProvider : IApiDescriptionProvider
{
    private const string Json = "application/json";

    /// <summary>After the framework's own.</summary>
    public int Order => 0;

    public void OnProvidersExecuting(ApiDescriptionProviderContext context)
    {
        foreach (var endpoint in context.Results)
            foreach (var shape in endpoint.ActionDescriptor.EndpointMetadata.OfType<ApiShape>()) Describe(endpoint, shape);
    }

    public void OnProvidersExecuted(ApiDescriptionProviderContext context)
    {
    }

    private static void Describe(ApiDescription endpoint, ApiShape shape)
    {
        if (shape.Body is { } body)
        {
            endpoint.ParameterDescriptions.Add(
                new ApiParameterDescription { Name = "body", Source = BindingSource.Body, Type = body, IsRequired = true });
            endpoint.SupportedRequestFormats.Add(new ApiRequestFormat { MediaType = Json });
        }
        if (shape.Answer is not { } answer) return;
        endpoint.SupportedResponseTypes.Clear();
        endpoint.SupportedResponseTypes.Add(new ApiResponseType {
            Type = shape.IsList ? typeof(Part<>).MakeGenericType(answer) : answer,
            StatusCode = StatusCodes.Status200OK,
            ApiResponseFormats = [new ApiResponseFormat { MediaType = Json }],
        });
    }

    /// <param name="NextCursor">Null at the end.</param>
    internal sealed record Part<T>(IReadOnlyList<T> Items, string? NextCursor);
}
