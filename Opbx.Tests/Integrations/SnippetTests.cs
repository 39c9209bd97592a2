using System.Globalization;
using System.Text;
using System.Text.Json;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Integrations.Delivery;
using Opbx.Portal.Features.Integrations;

namespace Opbx.Tests.Integrations;

/// <summary>The program texts that pages show judge real requests as a receiver must.</summary>
public sealed class SnippetTests
{
    private const string Other = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";

    private sealed record Case(string What, string Secret, string Payload, Dictionary<string, string> Headers, long Now, bool Genuine);

    private static IReadOnlyList<Case> Cases()
    {
        var (id, body, query) = Requests();
        var now = Sample.Now.ToUnixTimeSeconds();
        Dictionary<string, string> Headers(string payload, params string[] secrets) => new(StringComparer.Ordinal) {
            ["webhook-id"] = id,
            ["webhook-timestamp"] = now.ToString(CultureInfo.InvariantCulture),
            ["webhook-signature"] = WebhookSignature.Sign(secrets, id, now, Encoding.UTF8.GetBytes(payload)),
        };
        return
        [
            new("a body", Sample.Secret, body, Headers(body, Sample.Secret), now, true),
            new("a query string", Sample.Secret, query, Headers(query, Sample.Secret), now + 299, true),
            new("a second secret during rotation", Other, body, Headers(body, Sample.Secret, Other), now, true),
            new("another body", Sample.Secret, body + " ", Headers(body, Sample.Secret), now, false),
            new("another secret", Other, body, Headers(body, Sample.Secret), now, false),
            new("an old request", Sample.Secret, body, Headers(body, Sample.Secret), now + 301, false),
            new("no time", Sample.Secret, body,
                new Dictionary<string, string>(Headers(body, Sample.Secret), StringComparer.Ordinal) { ["webhook-timestamp"] = "soon" },
                now, false),
            new("no headers", Sample.Secret, body, [], now, false),
        ];
    }

    /// <summary>What the renderer makes of an event, with letters beyond ASCII.</summary>
    private static (string Id, string Body, string Query) Requests()
    {
        var happened = Sample.Event(Trigger.CallEnded, ("name", "Zoë & Søn"), ("callUuid", "a b/c"));
        var post = WebhookRenderer.Render(Sample.Webhook(Trigger.CallEnded), Sample.Secrets, happened, Sample.Now);
        var get = WebhookRenderer.Render(Sample.Webhook(Trigger.CallEnded) with { Method = WebhookMethod.Get }, Sample.Secrets, happened,
            Sample.Now);
        return (happened.Id, Encoding.UTF8.GetString(post.Body!), get.Url.Query.TrimStart('?'));
    }

    private static async Task JudgeAsync(string program, string file, string driver, string driverName)
    {
        using var folder = new TempFolder();
        var cases = Cases();
        File.WriteAllText(Path.Combine(folder.Path, file), Snippet.All.Single(s => s.File == file).Text);
        File.WriteAllText(Path.Combine(folder.Path, "package.json"), """{"type":"module"}""");
        File.WriteAllText(Path.Combine(folder.Path, "cases.json"), JsonSerializer.Serialize(cases));
        File.WriteAllText(Path.Combine(folder.Path, driverName), driver);
        var verdicts = await Programs.RunAsync(program, [driverName], folder.Path);
        Assert.Equal(cases.Select(c => $"{c.What}: {c.Genuine}".ToLowerInvariant()), verdicts.ToLowerInvariant()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void CSharp_tells_genuine_requests_from_others() => Assert.All(Cases(), c => Assert.Equal(
        c.Genuine,
        global::Webhook.IsGenuine(c.Secret, c.Headers.GetValueOrDefault("webhook-id")!, c.Headers.GetValueOrDefault("webhook-timestamp")!,
            c.Headers.GetValueOrDefault("webhook-signature")!, Encoding.UTF8.GetBytes(c.Payload), c.Now)));

    [Fact]
    public Task JavaScript_tells_genuine_requests_from_others() => JudgeAsync("node", "verify.js",
        """
        import { readFileSync } from 'node:fs';
        import { isGenuine } from './verify.js';
        for (const c of JSON.parse(readFileSync('cases.json', 'utf8')))
          console.log(`${c.What}: ${isGenuine(c.Secret, c.Headers, c.Payload, c.Now)}`);
        """, "driver.js");

    [Fact]
    public Task Python_tells_genuine_requests_from_others() => JudgeAsync("python3", "verify.py",
        """
        import json
        from verify import is_genuine
        for c in json.load(open("cases.json", encoding="utf-8")):
            print(f"{c['What']}: {is_genuine(c['Secret'], c['Headers'], c['Payload'].encode(), c['Now'])}")
        """, "driver.py");

    [Fact]
    public Task PHP_tells_genuine_requests_from_others() => JudgeAsync("php", "verify.php",
        """
        <?php
        require 'verify.php';
        foreach (json_decode(file_get_contents('cases.json'), true) as $c) {
            echo $c['What'], ': ', is_genuine($c['Secret'], $c['Headers'], $c['Payload'], $c['Now']) ? 'true' : 'false', "\n";
        }
        """, "driver.php");
}
