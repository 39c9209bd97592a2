using Opbx.Core.Document.Reading;
using Opbx.Portal.Api;

namespace Opbx.Portal.Features.Configuration;

/// <summary>Reads one object from a request body and reports all errors of shape and content, with pointers relative to it.</summary>
internal static class ObjectBody
{
    public static async Task<(ConfiguredObject? Value, IResult? Problem)> ReadAsync(ObjectKind kind, HttpContext context,
        PbxDocument document, string? key, CancellationToken cancel)
    {
        var (json, problem) = await ApiBody.ElementAsync(context, cancel);
        if (json is null) return (null, problem);
        using (json)
        {
            var errors = new FieldErrors();
            var value = (ConfiguredObject)StrictReader.Read(kind.Type, json.RootElement, errors);
            if (errors.IsEmpty) return (value, null);
            ConfigurationEditor.CheckAlone(document, kind, key, value, errors);
            return (null, Problems.From(Failure.Invalid(errors)));
        }
    }
}
