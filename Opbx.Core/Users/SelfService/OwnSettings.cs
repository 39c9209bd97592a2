using Opbx.Core.Document.Extensions;

namespace Opbx.Core.Users.SelfService;

/// <summary>What people can set on their own extension; everything else is up to people who run the PBX.</summary>
public sealed record OwnSettings
{
    /// <summary>Whether the extension appears busy to callers.</summary>
    public bool DoNotDisturb { get; init; }

    /// <summary>Seconds; the PBX's setting when null.</summary>
    public int? RingTimeout { get; init; }

    /// <summary>Where calls go that this phone does not take.</summary>
    public Forwarding Forwarding { get; init; } = new();

    /// <summary>Whether callers can leave a message.</summary>
    public bool Voicemail { get; init; }

    /// <summary>Where messages are mailed to.</summary>
    public string? VoicemailEmail { get; init; }

    public static OwnSettings From(UserExtension extension) => new() {
        DoNotDisturb = extension.DoNotDisturb,
        RingTimeout = extension.RingTimeout,
        Forwarding = extension.Forwarding,
        Voicemail = extension.Voicemail.Enabled,
        VoicemailEmail = extension.Voicemail.Email,
    };

    public UserExtension On(UserExtension extension) => extension with {
        DoNotDisturb = DoNotDisturb,
        RingTimeout = RingTimeout,
        Forwarding = Forwarding,
        Voicemail = extension.Voicemail with { Enabled = Voicemail, Email = VoicemailEmail },
    };
}
