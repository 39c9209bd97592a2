using System.Text;
using System.Text.Json;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Integrations.Delivery;

namespace Opbx.Tests.Integrations;

/// <summary>Requests as they are sent, judged by the npm package <c>standardwebhooks</c>; skipped where it cannot be restored.</summary>
public sealed class IndependentVerifierTests
{
    [Fact]
    public async Task An_independent_implementation_takes_our_signatures_and_no_others()
    {
        using var folder = new TempFolder();
        foreach (var file in new[] { "package.json", "package-lock.json", "verify.mjs" })
            File.WriteAllText(Path.Combine(folder.Path, file), Repository.Read("Opbx.Tests/Integrations/Npm/" + file));
        var (code, _, errors) = await Programs.TryAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder.Path);
        Assert.SkipWhen(code != 0, "The npm package standardwebhooks could not be restored: " + errors);
        File.WriteAllText(Path.Combine(folder.Path, "requests.json"), JsonSerializer.Serialize(Requests()));
        var verdicts = (await Programs.RunAsync("node", ["verify.mjs"], folder.Path)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            ["a JSON body: taken", "mapped fields: taken", "a query string: taken", "the new secret during rotation: taken",
                "the old secret during rotation: taken", "another body: No matching signature found",
                "another secret: No matching signature found"],
            verdicts);
    }

    private static IEnumerable<object> Requests()
    {
        // The library asks its own clock.
        var now = TimeProvider.System.GetUtcNow();
        var happened = Sample.Event(Trigger.CallEnded, ("name", "Zoë & Søn"), ("callUuid", "a b/c"));
        var fresh = SigningSecret.Create();
        var both = Sample.Secrets with { Signing = [fresh, Sample.Secret] };
        var body = WebhookRenderer.Render(Sample.Webhook(Trigger.CallEnded), Sample.Secrets, happened, now);
        var mapped = WebhookRenderer.Render(Sample.Webhook(Trigger.CallEnded)
            with { Fields = [Sample.Field("who", "name"), Sample.Constant("from", "\"quoted\"")] }, Sample.Secrets, happened, now);
        var query = WebhookRenderer.Render(Sample.Webhook(Trigger.CallEnded) with { Method = WebhookMethod.Get }, Sample.Secrets, happened,
            now);
        var rotated = WebhookRenderer.Render(Sample.Webhook(Trigger.CallEnded), both, happened, now);
        yield return For("a JSON body", Sample.Secret, body);
        yield return For("mapped fields", Sample.Secret, mapped);
        yield return For("a query string", Sample.Secret, query);
        yield return For("the new secret during rotation", fresh, rotated);
        yield return For("the old secret during rotation", Sample.Secret, rotated);
        yield return For("another body", Sample.Secret, body, " ");
        yield return For("another secret", fresh, body);
    }

    private static object For(string what, string secret, WebhookRequest request, string added = "") => new {
        what,
        secret,
        headers = request.Headers.Where(h => h.Name.StartsWith("webhook-", StringComparison.Ordinal))
            .ToDictionary(h => h.Name, h => h.Value),
        payload = (request.Body is { Length: > 0 } body ? Encoding.UTF8.GetString(body) : request.Url.Query.TrimStart('?')) + added,
    };
}
