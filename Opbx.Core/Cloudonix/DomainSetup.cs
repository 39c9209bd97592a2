using Opbx.Core.Cloudonix.Api;

namespace Opbx.Core.Cloudonix;

/// <summary>Sets up a domain step by step; what is already right is not written. Can be repeated at any time.</summary>
internal sealed class DomainSetup(ICloudonixApi api, WantedDomain wanted)
{
    private readonly List<PairingStep> _steps = [];

    /// <summary>The steps that succeeded so far.</summary>
    public PairingReport Report => new([.. _steps]);

    public async Task<Result<CloudonixDomain>> CheckAsync(string name, CancellationToken cancel)
    {
        var found = await api.GetDomainAsync(name, cancel).OutcomeAsync();
        if (!found.Ok) return Explain(found.Error, name);
        if (found.Value.Active == false) return At("/domain", $"Domain: {name} is switched off at Cloudonix.");
        _steps.Add(new PairingStep("Domain", $"{name} found, API key accepted"));
        return found.Value;
    }

    /// <summary>Sets up voice application, default application and profile.</summary>
    public async Task<Result<VoiceApplication>> ApplyAsync(string name, CloudonixDomain domain, CancellationToken cancel)
    {
        var application = await ApplicationAsync(name, cancel);
        if (!application.Ok) return application;
        if (await DefaultAsync(name, domain, application.Value.Id, cancel) is { } noDefault) return noDefault;
        if (await ProfileAsync(name, domain, cancel) is { } noProfile) return noProfile;
        return application;
    }

    private async Task<Result<VoiceApplication>> ApplicationAsync(string name, CancellationToken cancel)
    {
        const string Step = "Voice application";
        var present = await FindAsync(name, cancel);
        if (present.Error is { } unlisted) return unlisted.ToFailure(Step);
        if (present.Value is { } found)
        {
            var patch = new VoiceApplicationPatch(wanted.VoiceUrl);
            var isRight = found.Asks(wanted.VoiceUrl);
            if (!isRight && (await api.PatchApplicationAsync(name, found.Id, patch, cancel).OutcomeAsync()).Error is { } notPatched)
                return notPatched.ToFailure(Step);
            _steps.Add(new PairingStep(Step, isRight ? $"{found.Name} is right already" : $"{found.Name} updated"));
            return found;
        }

        var application = new NewVoiceApplication(wanted.ApplicationName, wanted.VoiceUrl);
        var created = await api.CreateApplicationAsync(name, application, cancel).OutcomeAsync();
        if (created.Error is { MayHaveTakenEffect: false } refused) return refused.ToFailure(Step);
        var made = await FindAsync(name, cancel);
        if (made.Value is not { } value)
            return (made.Error ?? created.Error ?? new CloudonixError(CloudonixErrorKind.Unreadable)).ToFailure(Step);
        _steps.Add(new PairingStep(Step, $"{value.Name} created"));
        return value;
    }

    private async Task<(VoiceApplication? Value, CloudonixError? Error)> FindAsync(string name, CancellationToken cancel)
    {
        var list = await api.ListApplicationsAsync(name, cancel).OutcomeAsync();
        return (list.Value?.FirstOrDefault(a => a.Name == wanted.ApplicationName), list.Error);
    }

    private async Task<Failure?> DefaultAsync(string name, CloudonixDomain domain, long applicationId, CancellationToken cancel)
    {
        const string Step = "Default application";
        var isSet = domain.DefaultApplication == applicationId;
        if (!isSet && (await api.UpdateDomainAsync(name, new DomainUpdate(applicationId), cancel).OutcomeAsync()).Error is { } error)
            return error.ToFailure(Step);
        _steps.Add(new PairingStep(Step, isSet ? "set already" : "set"));
        return null;
    }

    private async Task<Failure?> ProfileAsync(string name, CloudonixDomain domain, CancellationToken cancel)
    {
        const string Step = "Settings of the domain";
        var differences = wanted.Differences(domain);
        var result = differences.Count == 0 ? "right already" : $"written: {string.Join(", ", differences.Select(d => d.Key))}";
        var patch = new DomainPatch(differences);
        if (differences.Count > 0 && (await api.PatchDomainAsync(name, patch, cancel).OutcomeAsync()).Error is { } error)
            return error.ToFailure(Step);
        _steps.Add(new PairingStep(Step, result));
        return null;
    }

    private static Failure Explain(CloudonixError error, string name) => error.Kind switch {
        CloudonixErrorKind.NotAuthorised => At("/apiKey", $"Domain: Cloudonix does not accept this API key for {name}."),
        CloudonixErrorKind.NotFound => At("/domain", $"Domain: Cloudonix does not know {name}."),
        CloudonixErrorKind.Rejected or CloudonixErrorKind.RateLimited or CloudonixErrorKind.Unavailable or CloudonixErrorKind.TimedOut
            or CloudonixErrorKind.Unreadable => error.ToFailure("Domain"),
    };

    private static Failure At(string pointer, string sentence)
    {
        var errors = new FieldErrors();
        errors.Add(pointer, sentence);
        return new Failure(FailureKind.Invalid, sentence, errors);
    }
}
