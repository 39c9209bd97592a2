using System.Collections.Immutable;
using System.Text.Json;
using Opbx.Portal.Sandbox.State;

namespace Opbx.Portal.Sandbox.Rest;

/// <summary>SIP accounts. Both spellings of the password are read, one is written.</summary>
internal static class SubscriberEndpoints
{
    private static readonly string[] Kinds =
        ["msisdn:string", "sipPassword:string?", "sip-password:string?", "active:boolean", "profile:object"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.On("GET", "/subscribers", request => Answers.Ok(request.Domain.Subscribers));
        routes.On("POST", "/subscribers", CreateAsync);
        routes.On("GET", "/subscribers/{id}",
            request => Find(request.Domain, request) is { } found ? Answers.Ok(found) : Answers.Missing("subscriber"));
        routes.On("PUT", "/subscribers/{id}", ChangeAsync);
        routes.On("PATCH", "/subscribers/{id}", ChangeAsync);
        routes.On("DELETE", "/subscribers/{id}", DeleteAsync);
    }

    private static SandboxSubscriber? Find(SandboxDomain domain, SandboxRequest request)
    {
        var id = request.Route("id");
        return domain.Subscribers.Find(s => s.Msisdn == id)
            ?? domain.Subscribers.Find(s => s.Id.ToString(CultureInfo.InvariantCulture) == id);
    }

    private static string? Password(JsonElement body, string? otherwise) =>
        (body.Member("sipPassword") ?? body.Member("sip-password")) is { } given ? given.GetString() : otherwise;

    /// <summary>An array creates several at once; an invalid one does not stop the others.</summary>
    private static Task<IResult> CreateAsync(SandboxRequest request)
    {
        if (request.Body.ValueKind != JsonValueKind.Array)
        {
            return request.ChangeAsync((domain, newId) =>
                Add(domain, request.Body, newId, request.Now) is var (added, wrong) && added is not null
                    ? (domain with { Subscribers = domain.Subscribers.Add(added) }, Answers.Ok(added))
                    : (null, Answers.Bad(wrong!)));
        }

        return request.ChangeAsync((domain, newId) =>
        {
            var made = ImmutableList<SandboxSubscriber>.Empty;
            foreach (var item in request.Body.EnumerateArray())
            {
                if (Add(domain with { Subscribers = domain.Subscribers.AddRange(made) }, item, newId, request.Now).Added is { } added)
                    made = made.Add(added);
            }

            return (domain with { Subscribers = domain.Subscribers.AddRange(made) }, Answers.Ok(made));
        });
    }

    private static (SandboxSubscriber? Added, string? Wrong) Add(SandboxDomain domain, JsonElement body, Func<long> newId,
        DateTimeOffset now)
    {
        if (body.WrongType(Kinds) is { } wrong) return (null, wrong);
        if (body.Text("msisdn") is not { Length: > 0 } msisdn) return (null, "msisdn is required");
        if (domain.Subscribers.Exists(s => s.Msisdn == msisdn)) return (null, $"subscriber {msisdn} exists already");
        var subscriber = new SandboxSubscriber {
            Id = 200_000 + newId(),
            DomainId = domain.Id,
            Msisdn = msisdn,
            Uuid = Guid.NewGuid(),
            Active = body.Truth("active", true),
            SipPassword = Password(body, null),
            CreatedAt = now,
            ModifiedAt = now,
        };
        return (subscriber with { Profile = subscriber.Profile.Merge(body) }, null);
    }

    private static Task<IResult> ChangeAsync(SandboxRequest request)
    {
        var body = request.Body;
        if (body.WrongType(Kinds) is { } wrong) return Task.FromResult(Answers.Bad(wrong));
        return request.ChangeAsync((domain, _) =>
        {
            if (Find(domain, request) is not { } subscriber) return (null, Answers.Missing("subscriber"));
            var msisdn = body.Text("msisdn") ?? subscriber.Msisdn;
            if (domain.Subscribers.Exists(s => s.Msisdn == msisdn && s.Id != subscriber.Id))
                return (null, Answers.Bad($"subscriber {msisdn} exists already"));
            var changed = subscriber with {
                Msisdn = msisdn,
                SipPassword = Password(body, subscriber.SipPassword),
                Active = body.Truth("active", subscriber.Active),
                Profile = subscriber.Profile.Merge(body),
                ModifiedAt = request.Now,
            };
            return (domain with { Subscribers = domain.Subscribers.Replace(subscriber, changed) }, Answers.Ok(changed));
        });
    }

    private static Task<IResult> DeleteAsync(SandboxRequest request) => request.ChangeAsync((domain, _) =>
        Find(domain, request) is { } subscriber
            ? (domain with { Subscribers = domain.Subscribers.Remove(subscriber) }, Answers.Empty())
            : (null, Answers.Missing("subscriber")));
}
