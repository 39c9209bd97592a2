using System.Text.Json.Nodes;
using Refit;

namespace Opbx.Core.Cloudonix.Api;

/// <summary>The part of Cloudonix's REST API used by this portal; each client belongs to one PBX and uses its key.</summary>
/// <remarks>Callers add <see cref="CloudonixAnswers.OutcomeAsync(Task{IApiResponse})"/> to every call, so that faults are values.</remarks>
[Headers("Accept: application/json")]
public interface ICloudonixApi
{
    private const string Domain = "/customers/self/domains/{domain}";

    [Get(Domain)]
    Task<IApiResponse<CloudonixDomain>> GetDomainAsync(string domain, CancellationToken cancel);

    [Put(Domain)]
    Task<IApiResponse> UpdateDomainAsync(string domain, [Body] DomainUpdate update, CancellationToken cancel);

    [Patch(Domain)]
    Task<IApiResponse> PatchDomainAsync(string domain, [Body] DomainPatch patch, CancellationToken cancel);

    /// <summary>Empty when Cloudonix responds 404.</summary>
    [Get(Domain + "/applications")]
    Task<IApiResponse<IReadOnlyList<VoiceApplication>>> ListApplicationsAsync(string domain, CancellationToken cancel);

    /// <summary>The response may be empty: list afterwards.</summary>
    [Post(Domain + "/applications")]
    Task<IApiResponse> CreateApplicationAsync(string domain, [Body] NewVoiceApplication application, CancellationToken cancel);

    [Patch(Domain + "/applications/{id}")]
    Task<IApiResponse> PatchApplicationAsync(string domain, long id, [Body] VoiceApplicationPatch patch, CancellationToken cancel);

    /// <summary>Treats 404 as deleted.</summary>
    [Delete(Domain + "/applications/{id}")]
    Task<IApiResponse> DeleteApplicationAsync(string domain, long id, CancellationToken cancel);

    /// <summary>Empty when Cloudonix responds 404.</summary>
    [Get(Domain + "/subscribers")]
    Task<IApiResponse<IReadOnlyList<RemoteSubscriber>>> ListSubscribersAsync(string domain, CancellationToken cancel);

    /// <summary>The response may be empty: read afterwards.</summary>
    [Post(Domain + "/subscribers")]
    Task<IApiResponse> CreateSubscriberAsync(string domain, [Body] NewSubscriber subscriber, CancellationToken cancel);

    /// <summary>Changes what is not null.</summary>
    [Put(Domain + "/subscribers/{id}")]
    Task<IApiResponse> UpdateSubscriberAsync(string domain, long id, [Body] SubscriberUpdate update, CancellationToken cancel);

    /// <summary>Treats 404 as deleted.</summary>
    [Delete(Domain + "/subscribers/{id}")]
    Task<IApiResponse> DeleteSubscriberAsync(string domain, long id, CancellationToken cancel);

    /// <summary>Includes calls that are over.</summary>
    [Get(Domain + "/sessions/{token}")]
    Task<IApiResponse<JsonObject>> GetSessionAsync(string domain, string token, CancellationToken cancel);

    /// <summary>Calls a phone and runs a document on it.</summary>
    [Post("/calls/{domain}/application")]
    Task<IApiResponse<StartedCall>> StartCallAsync(string domain, [Body] NewCall call, CancellationToken cancel);

    /// <summary>Hangs up; a call that is already over counts as hung up.</summary>
    [Delete(Domain + "/sessions/{token}")]
    Task<IApiResponse> EndSessionAsync(string domain, string token, CancellationToken cancel);

    /// <summary>Continues a live call with another document.</summary>
    [Post("/calls/{domain}/sessions/{token}/application")]
    Task<IApiResponse> SwitchApplicationAsync(string domain, string token, [Body] ApplicationSwitch application, CancellationToken cancel);
}
