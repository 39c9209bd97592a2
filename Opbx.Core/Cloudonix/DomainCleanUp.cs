using Opbx.Core.Cloudonix.Api;

namespace Opbx.Core.Cloudonix;

/// <summary>Undoes the set-up of a domain, as far as Cloudonix is reachable. What is not ours stays.</summary>
internal sealed class DomainCleanUp(ICloudonixApi api, Pairing pairing, WantedDomain wanted, TimeProvider time)
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(15);

    public async Task<IReadOnlyList<PairingStep>> RunAsync(CancellationToken cancel)
    {
        using var bound = new CancellationTokenSource(Bound, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(bound.Token, cancel);
        var steps = new List<PairingStep>();
        try
        {
            steps.Add(new PairingStep("Settings of the domain", await SettingsAsync(both.Token)));
            steps.Add(new PairingStep("Voice application", await ApplicationAsync(both.Token)));
        }
        catch (OperationCanceledException) when (bound.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            steps.Add(new PairingStep("Cloudonix", "did not answer in time; remove the voice application there by hand"));
        }

        return steps;
    }

    private async Task<string> SettingsAsync(CancellationToken cancel)
    {
        var domain = await api.GetDomainAsync(pairing.Domain, cancel).OutcomeAsync();
        if (!domain.Ok) return domain.Error.Sentence;
        var removals = wanted.Removals(domain.Value);
        if (removals.Count == 0) return "nothing to remove";
        return (await api.PatchDomainAsync(pairing.Domain, new DomainPatch(removals), cancel).OutcomeAsync()).Error?.Sentence ?? "removed";
    }

    private async Task<string> ApplicationAsync(CancellationToken cancel)
    {
        var list = await api.ListApplicationsAsync(pairing.Domain, cancel).OutcomeAsync();
        if (!list.Ok) return list.Error.Sentence;
        foreach (var ours in list.Value.Where(a => a.Name == pairing.ApplicationName))
        {
            var deleted = await api.DeleteApplicationAsync(pairing.Domain, ours.Id, cancel).OutcomeAsync();
            if (!deleted.Ok) return deleted.Error.Sentence;
        }

        return "deleted";
    }
}
