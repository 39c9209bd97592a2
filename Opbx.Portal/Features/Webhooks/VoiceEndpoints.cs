using System.Diagnostics;
using System.Text;
using Opbx.Core.Cloudonix.Cxml;
using Opbx.Core.Pbxs;
using Opbx.Core.Persistence.Tenancy;
using Opbx.Core.Routing;
using Opbx.Portal.Security;

namespace Opbx.Portal.Features.Webhooks;

/// <summary>Tells the platform what to do with a call, at its beginning and at every further stage.</summary>
public static class VoiceEndpoints
{
    public static void MapVoice(this IEndpointRouteBuilder app) =>
        app.MapMethods("/hooks/{path}/voice", ["POST", "GET"], AnswerAsync).DisableAntiforgery().AllowAnonymous().ExcludeFromDescription()
            .AddEndpointFilter<ReceivedFilter>();

    private static async Task<IResult> AnswerAsync(HttpContext context, string path, EndpointKeys keys, SuspendedOrganizations suspended,
        VoiceResponder responder, VoiceMetrics metrics)
    {
        var began = Stopwatch.GetTimestamp();
        if (keys.Open(path, BearerToken.Read(context.Request)) is not { } owner)
            return Document(CxmlWriter.Write(DecisionRenderer.Sentence(Sentences.RequestRefused)), StatusCodes.Status401Unauthorized);
        if (suspended.Contains(owner.OrganizationId))
            return Document(CxmlWriter.Write(DecisionRenderer.Sentence(Sentences.OutOfService)), StatusCodes.Status200OK);
        var request = await VoiceRequest.ReadAsync(context.Request, context.RequestAborted);
        var answer = await responder.AnswerAsync(owner, request);
        metrics.Answered(answer.Stage, Stopwatch.GetElapsedTime(began));
        return Document(answer.Cxml, StatusCodes.Status200OK);
    }

    private static IResult Document(string cxml, int status) => Results.Content(cxml, "application/xml", Encoding.UTF8, status);
}
