using System.Text.Json.Nodes;
using Refit;

namespace Opbx.Core.Cloudonix.Api;

/// <summary>The part of Cloudonix' REST API that this portal uses; a client of it belongs to one PBX and has that PBX's key.</summary>
/// <remarks>Callers add <see cref="CloudonixAnswers.OutcomeAsync(Task{IApiResponse})"/> to every call, so that faults are values.</remarks>
[Headers("Accept: application/json")]
public interface ICloudonixApi
{
    private const string Domain = "/customers/self/domains/{domain}";

    [Get(Domain)]
    Task<IApiResponse<CloudonixDomain>> GetDomainAsync(string domain, CancellationToken cancel);

    /// <summary>Sets the default application.</summary>
    [Put(Domain)]
    Task<IApiResponse> UpdateDomainAsync(string domain, [Body] DomainUpdate update, CancellationToken cancel);

    /// <summary>Changes named settings of the profile.</summary>
    [Patch(Domain)]
    Task<IApiResponse> PatchDomainAsync(string domain, [Body] DomainPatch patch, CancellationToken cancel);

    /// <summary>All voice applications; none when Cloudonix answers 404.</summary>
    [Get(Domain + "/applications")]
    Task<IApiResponse<IReadOnlyList<VoiceApplication>>> ListApplicationsAsync(string domain, CancellationToken cancel);

    /// <summary>The answer may be empty: list afterwards.</summary>
    [Post(Domain + "/applications")]
    Task<IApiResponse> CreateApplicationAsync(string domain, [Body] NewVoiceApplication application, CancellationToken cancel);

    /// <summary>Points an application to another address.</summary>
    [Patch(Domain + "/applications/{id}")]
    Task<IApiResponse> PatchApplicationAsync(string domain, long id, [Body] VoiceApplicationPatch patch, CancellationToken cancel);

    /// <summary>One that is gone counts as deleted.</summary>
    [Delete(Domain + "/applications/{id}")]
    Task<IApiResponse> DeleteApplicationAsync(string domain, long id, CancellationToken cancel);

    /// <summary>All subscribers; none when Cloudonix answers 404.</summary>
    [Get(Domain + "/subscribers")]
    Task<IApiResponse<IReadOnlyList<RemoteSubscriber>>> ListSubscribersAsync(string domain, CancellationToken cancel);

    /// <summary>The answer may be empty: read afterwards.</summary>
    [Post(Domain + "/subscribers")]
    Task<IApiResponse> CreateSubscriberAsync(string domain, [Body] NewSubscriber subscriber, CancellationToken cancel);

    /// <summary>Changes what is not null.</summary>
    [Put(Domain + "/subscribers/{id}")]
    Task<IApiResponse> UpdateSubscriberAsync(string domain, long id, [Body] SubscriberUpdate update, CancellationToken cancel);

    /// <summary>One that is gone counts as deleted.</summary>
    [Delete(Domain + "/subscribers/{id}")]
    Task<IApiResponse> DeleteSubscriberAsync(string domain, long id, CancellationToken cancel);

    /// <summary>A call as Cloudonix knows it, one that is over too.</summary>
    [Get(Domain + "/sessions/{token}")]
    Task<IApiResponse<JsonObject>> GetSessionAsync(string domain, string token, CancellationToken cancel);

    /// <summary>A phone is called and gets a document.</summary>
    [Post("/calls/{domain}/application")]
    Task<IApiResponse<StartedCall>> StartCallAsync(string domain, [Body] NewCall call, CancellationToken cancel);

    /// <summary>Hangs up; a call that is over counts as hung up.</summary>
    [Delete(Domain + "/sessions/{token}")]
    Task<IApiResponse> EndSessionAsync(string domain, string token, CancellationToken cancel);

    /// <summary>A live call goes on with another document.</summary>
    [Post("/calls/{domain}/sessions/{token}/application")]
    Task<IApiResponse> SwitchApplicationAsync(string domain, string token, [Body] ApplicationSwitch application, CancellationToken cancel);
}
