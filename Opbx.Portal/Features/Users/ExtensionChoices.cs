using Opbx.Core.Document.Extensions;
using Opbx.Core.Users;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.Users;

/// <summary>The extensions that can be linked to a person.</summary>
internal static class ExtensionChoices
{
    // Not a number: two phone systems can have the same one.
    private const string Elsewhere = "elsewhere";

    /// <summary>None, each person of the phone system, and the extension already linked when it is not among them.</summary>
    public static IReadOnlyList<Choice<string>> For(PortalSession session, UserItem? user = null)
    {
        var choices = new List<Choice<string>> { new("", "None") };
        choices.AddRange(People(session).OrderBy(e => e.Number, StringComparer.Ordinal)
            .Select(e => new Choice<string>(e.Number, $"{e.Number} {e.Name}")));
        if (user?.Extension is { } present && !IsHere(session, present, user.PbxId))
            choices.Add(new Choice<string>(Elsewhere, Named(session, present, user.PbxId)));
        return choices;
    }

    public static string KeyOf(PortalSession session, UserEdit edit) =>
        edit.Extension is not { } number ? "" : IsHere(session, number, edit.PbxId) ? number : Elsewhere;

    /// <summary>The link after a choice.</summary>
    public static UserEdit Chosen(PortalSession session, UserItem user, UserEdit edit, string choice) => choice switch {
        "" => edit with { Extension = null, PbxId = null },
        Elsewhere => edit with { Extension = user.Extension, PbxId = user.PbxId },
        _ => edit with { Extension = choice, PbxId = session.PbxId },
    };

    /// <summary>The number, and the phone system when it is not the displayed one.</summary>
    public static string Named(PortalSession session, string number, Guid? pbxId) =>
        IsHere(session, number, pbxId) ? number
        : pbxId != session.PbxId && session.Pbxs.FirstOrDefault(p => p.PbxId == pbxId) is { } other
        ? $"{number} ({PortalSession.NameOf(other)})"
        : $"{number} (not in this phone system)";

    private static bool IsHere(PortalSession session, string number, Guid? pbxId) =>
        pbxId == session.PbxId && People(session).Any(e => e.Number == number);

    private static IEnumerable<UserExtension> People(PortalSession session) => session.Snapshot.Document.Extensions.OfType<UserExtension>();
}
