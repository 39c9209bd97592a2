using System.Text.Json.Nodes;
using Opbx.Core.Cloudonix.Api;

namespace Opbx.Core.Cloudonix;

/// <summary>The intended set-up of a PBX's domain, and how a domain differs from it. Pure.</summary>
/// <param name="ApplicationName">Identifies our voice application.</param>
/// <param name="SessionUrl">Receives session updates.</param>
/// <param name="CdrUrl">Receives call records.</param>
/// <param name="EndpointKey">The key that Cloudonix sends with requests.</param>
/// <param name="CallTimeout">How long phones ring, in seconds.</param>
public sealed record WantedDomain(string ApplicationName, string VoiceUrl, string SessionUrl, string CdrUrl, Secret EndpointKey,
    int CallTimeout, string RecordingType)
{
    /// <summary>The key that Cloudonix sends to us.</summary>
    public const string KeySetting = "authorization-api-key";
    /// <summary>Receives session updates.</summary>
    public const string SessionSetting = "session-update-endpoint";
    /// <summary>Receives call records.</summary>
    public const string CdrSetting = "cdr-endpoint";
    /// <summary>How long phones ring.</summary>
    public const string TimeoutSetting = "call-timeout";
    /// <summary>File format of recordings.</summary>
    public const string RecordingSetting = "recording-media-type";

    public static string NameFor(Guid pbxId) => $"opbx-{pbxId.ToString("N")[..12]}";

    /// <summary>The settings that differ, with their intended values.</summary>
    public JsonObject Differences(CloudonixDomain domain)
    {
        var differences = new JsonObject();
        foreach (var (name, text) in Texts()
            .Where(s => domain.Setting(s.Name) is not { ValueKind: JsonValueKind.String } value || value.GetString() != s.Text))
            differences[name] = text;
        if (domain.Setting(TimeoutSetting) is not { ValueKind: JsonValueKind.Number } seconds || !seconds.TryGetInt32(out var present)
            || present != CallTimeout)
            differences[TimeoutSetting] = CallTimeout;
        return differences;
    }

    /// <summary>The settings to remove when the PBX leaves the domain: those that still have our values.</summary>
    public JsonObject Removals(CloudonixDomain domain)
    {
        var removals = new JsonObject();
        foreach (var (name, text) in Texts()
            .Where(s => s.Name != RecordingSetting && domain.Setting(s.Name) is { ValueKind: JsonValueKind.String } value
                && value.GetString() == s.Text))
            removals[name] = null;
        return removals;
    }

    /// <summary>The differences of the domain as sentences; without any secret.</summary>
    public IEnumerable<string> Drift(CloudonixDomain domain, VoiceApplication? application)
    {
        if (domain.Active == false) yield return "The domain is switched off at Cloudonix.";
        if (application is null) yield return "The voice application is missing.";
        else if (!application.Asks(VoiceUrl)) yield return "The voice application does not ask this portal.";
        if (application is not null && domain.DefaultApplication != application.Id)
            yield return "The voice application is not the domain's default application.";
        foreach (var (name, _) in Differences(domain)) yield return $"The setting {name} of the domain has another value.";
    }

    private IEnumerable<(string Name, string Text)> Texts() =>
        [(KeySetting, EndpointKey.Reveal()), (SessionSetting, SessionUrl), (CdrSetting, CdrUrl), (RecordingSetting, RecordingType)];
}
