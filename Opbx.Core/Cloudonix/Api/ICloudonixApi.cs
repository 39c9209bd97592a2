using System.Text.Json.Nodes;
using Opbx.Core.Shared;

namespace Opbx.Core.Cloudonix.Api;

/// <summary>The part of Cloudonix' REST API that this portal uses; one method per endpoint, below <c>/customers/self/domains/{domain}</c> unless it says otherwise.</summary>
public interface ICloudonixApi
{
    /// <summary><c>GET /domains/{domain}</c>: also the check of key and domain.</summary>
    Task<CloudonixOutcome<CloudonixDomain>> GetDomainAsync(string domain, CancellationToken cancel);

    /// <summary><c>PUT /domains/{domain}</c>: sets the default application.</summary>
    Task<CloudonixOutcome<Done>> UpdateDomainAsync(string domain, DomainUpdate update, CancellationToken cancel);

    /// <summary><c>PATCH /domains/{domain}</c>: changes named settings of the profile.</summary>
    Task<CloudonixOutcome<Done>> PatchDomainAsync(string domain, DomainPatch patch, CancellationToken cancel);

    /// <summary><c>GET /applications</c>.</summary>
    Task<CloudonixOutcome<IReadOnlyList<VoiceApplication>>> ListApplicationsAsync(string domain, CancellationToken cancel);

    /// <summary><c>POST /applications</c>. The answer may be empty: list afterwards.</summary>
    Task<CloudonixOutcome<Done>> CreateApplicationAsync(string domain, NewVoiceApplication application, CancellationToken cancel);

    /// <summary><c>PATCH /applications/{id}</c>.</summary>
    Task<CloudonixOutcome<Done>> PatchApplicationAsync(string domain, long id, VoiceApplicationPatch patch, CancellationToken cancel);

    /// <summary><c>DELETE /applications/{id}</c>; one that is gone counts as deleted.</summary>
    Task<CloudonixOutcome<Done>> DeleteApplicationAsync(string domain, long id, CancellationToken cancel);

    /// <summary><c>GET /subscribers</c>, all of them.</summary>
    Task<CloudonixOutcome<IReadOnlyList<RemoteSubscriber>>> ListSubscribersAsync(string domain, CancellationToken cancel);

    /// <summary><c>GET /subscribers/{msisdn}</c>.</summary>
    Task<CloudonixOutcome<RemoteSubscriber>> GetSubscriberAsync(string domain, string msisdn, CancellationToken cancel);

    /// <summary><c>POST /subscribers</c>. The answer may be empty: read afterwards.</summary>
    Task<CloudonixOutcome<Done>> CreateSubscriberAsync(string domain, NewSubscriber subscriber, CancellationToken cancel);

    /// <summary><c>PUT /subscribers/{id}</c>.</summary>
    Task<CloudonixOutcome<Done>> UpdateSubscriberAsync(string domain, long id, SubscriberUpdate update, CancellationToken cancel);

    /// <summary><c>DELETE /subscribers/{id}</c>; one that is gone counts as deleted.</summary>
    Task<CloudonixOutcome<Done>> DeleteSubscriberAsync(string domain, long id, CancellationToken cancel);

    /// <summary><c>GET /sessions/{token}</c>: a call as Cloudonix knows it, one that is over too.</summary>
    Task<CloudonixOutcome<JsonObject>> GetSessionAsync(string domain, string token, CancellationToken cancel);

    /// <summary><c>POST /calls/{domain}/application</c>: a phone is called and gets a document. Never repeated.</summary>
    Task<CloudonixOutcome<StartedCall>> StartCallAsync(string domain, NewCall call, CancellationToken cancel);

    /// <summary><c>DELETE /sessions/{token}</c>: hangs up; a call that is over counts as hung up.</summary>
    Task<CloudonixOutcome<Done>> EndSessionAsync(string domain, string token, CancellationToken cancel);

    /// <summary><c>POST /calls/{domain}/sessions/{token}/application</c>: a live call goes on with another document.</summary>
    Task<CloudonixOutcome<Done>> SwitchApplicationAsync(string domain, string token, ApplicationSwitch application, CancellationToken cancel);
}

/// <summary>Makes clients, one per PBX.</summary>
public interface ICloudonixApiFactory
{
    /// <summary>A client that talks to this address with this key only.</summary>
    ICloudonixApi For(CloudonixAccess access);
}
