using Opbx.Core.Document.Reading;
using Opbx.Core.Document.Rules;
using Opbx.Portal.Api;

namespace Opbx.Portal.Features.Configuration;

/// <summary>Reads a whole document from a request body and reports the errors of its shape and its content together.</summary>
internal static class DocumentBody
{
    public static async Task<(PbxDocument? Document, IResult? Problem)> ReadAsync(HttpContext context, CancellationToken cancel)
    {
        var (element, problem) = await ApiBody.ElementAsync(context, cancel);
        if (element is null) return (null, problem);
        using (element)
        {
            var errors = new FieldErrors();
            var document = StrictReader.Read<PbxDocument>(element.RootElement, errors);
            if (errors.IsEmpty) return (document, null);
            DocumentRules.Check(document, errors);
            return (null, Problems.From(Failure.Invalid(errors)));
        }
    }
}
