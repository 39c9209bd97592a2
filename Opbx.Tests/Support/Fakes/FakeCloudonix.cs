using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Opbx.Tests.Support.Fakes;

/// <summary>A small stand-in for Cloudonix' REST API on a real port: domains, voice applications, subscribers, and faults on
/// demand.</summary>
internal sealed class FakeCloudonix : IAsyncDisposable
{
    public const string Key = "XI0123456789ABCDEF0123456789ABCDEF";

    private readonly WebApplication _app;
    private readonly Lock _lock = new();
    private long _id = 4500;

    private FakeCloudonix(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();

    public ConcurrentQueue<Seen> Requests { get; } = new();

    /// <summary>Answers instead of the domain; null lets the request through.</summary>
    public Func<Seen, Task<IResult?>>? Fault { get; set; }

    /// <summary>Whether the request takes effect before <see cref="Fault"/> answers.</summary>
    public bool FaultAfterEffect { get; set; }

    /// <summary>Whether writes answer 201 without a body and empty lists 404.</summary>
    public bool Terse { get; set; }

    public Dictionary<string, Domain> Domains { get; } = new(StringComparer.Ordinal);

    public static async Task<FakeCloudonix> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var fake = new FakeCloudonix(builder.Build());
        fake._app.Map("/{**path}", (Delegate)fake.ServeAsync);
        await fake._app.StartAsync();
        return fake;
    }

    public Domain AddDomain(string name)
    {
        var json = new JsonObject {
            ["id"] = ++_id, ["uuid"] = Guid.NewGuid().ToString(), ["domain"] = name, ["active"] = true,
            ["defaultApplication"] = null, ["profile"] = new JsonObject { ["call-timeout"] = 60, ["x-note"] = "keep me" }
        };
        return Domains[name] = new Domain(json, [], []);
    }

    public IEnumerable<string> Writes => Requests.Where(r => r.Method != "GET").Select(r => $"{r.Method} {r.Path}");

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> ServeAsync(HttpContext http)
    {
        var body = http.Request.ContentLength > 0 ? await JsonNode.ParseAsync(http.Request.Body) as JsonObject : null;
        var seen = new Seen(http.Request.Method, http.Request.Path.Value!, http.Request.Headers.Authorization.ToString()
            .Replace("Bearer ", "", StringComparison.Ordinal), body);
        Requests.Enqueue(seen);
        if (FaultAfterEffect && Fault is not null && await Fault(seen) is { } late)
        {
            Dispatch(seen);
            return late;
        }

        return (FaultAfterEffect ? null : Fault is null ? null : await Fault(seen)) ?? Dispatch(seen);
    }

    private IResult Dispatch(Seen seen)
    {
        lock (_lock)
        {
            var path = seen.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
            if (seen.Key != Key) return Refuse(401, "missing or invalid key");
            if (path is not ["customers", "self", "domains", var name, .. var rest] || !Domains.TryGetValue(name, out var domain))
                return Refuse(404, "No such domain");
            return rest switch {
                [] => OfDomain(seen, domain),
                ["applications", .. var at] => OfList(seen, domain.Applications, at, "name"),
                ["subscribers", .. var at] => OfList(seen, domain.Subscribers, at, "msisdn"),
                _ => Refuse(404, "unknown resource"),
            };
        }
    }

    private static IResult OfDomain(Seen seen, Domain domain)
    {
        if (seen.Method == "GET") return Json(domain.Json);
        foreach (var (name, value) in seen.Body!.ToList())
        {
            if (name != "profile") domain.Json[name] = value?.DeepClone();
            else Merge(domain.Profile, (JsonObject)value!);
        }

        return Json(domain.Json);
    }

    private IResult OfList(Seen seen, List<JsonObject> list, string[] at, string key)
    {
        var item = at is [var id] ? list.Find(i => i["id"]!.ToString() == id || i[key]!.ToString() == id) : null;
        if (at.Length == 0 && seen.Method == "GET")
            return Terse && list.Count == 0 ? Refuse(404, "none found") : Json(new JsonArray([.. list.Select(i => i.DeepClone())]));
        if (at.Length == 0 && seen.Method == "POST")
        {
            if (list.Exists(i => i[key]!.ToString() == seen.Body![key]!.ToString())) return Refuse(400, "exists already");
            var made = (JsonObject)seen.Body!.DeepClone();
            made["id"] = ++_id;
            list.Add(made);
            return Terse ? Results.StatusCode(201) : Json(made);
        }

        if (item is null) return Refuse(404, "No such object");
        if (seen.Method == "DELETE") list.Remove(item);
        else if (seen.Method is "PUT" or "PATCH") Merge(item, seen.Body!);
        return seen.Method == "DELETE" || Terse ? Results.NoContent() : Json(item);
    }

    private static void Merge(JsonObject into, JsonObject changes)
    {
        foreach (var (name, value) in changes.ToList())
        {
            if (value is null) into.Remove(name);
            else into[name] = value.DeepClone();
        }
    }

    private static IResult Json(JsonNode node) => Results.Text(node.ToJsonString(), "application/json");

    public static IResult Refuse(int status, string message) => Results.Json(new { status = false, message }, statusCode: status);

    /// <summary>A request as it came.</summary>
    internal sealed record Seen(string Method, string Path, string Key, JsonObject? Body);

    /// <summary>A domain with what lies in it.</summary>
    internal sealed record Domain(JsonObject Json, List<JsonObject> Applications, List<JsonObject> Subscribers)
    {
        public JsonObject Profile => (JsonObject)Json["profile"]!;

        public JsonObject? Subscriber(string number) => Subscribers.Find(s => s["msisdn"]!.ToString() == number);

        public string Password(string number) => Subscriber(number)!["sipPassword"]!.ToString();

        public void Add(string number, string password, long id = 77) =>
            Subscribers.Add(new JsonObject { ["id"] = id, ["msisdn"] = number, ["sipPassword"] = password, ["active"] = true });
    }
}
