using Opbx.Core.Access;
using Opbx.Core.Extensions;
using Opbx.Portal.Components.Layout;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.Access;

/// <summary>The extensions that can be somebody's own.</summary>
internal static class ExtensionChoices
{
    /// <summary>None, each person of the phone system, and the one that is linked already.</summary>
    public static IReadOnlyList<Choice<string>> Of(PortalSession session, UserItem? user = null)
    {
        var choices = new List<Choice<string>> { new("", "None") };
        choices.AddRange(session.Snapshot.Document.Extensions.OfType<UserExtension>().OrderBy(e => e.Number, StringComparer.Ordinal).Select(e => new Choice<string>(e.Number, $"{e.Number} {e.Name}")));
        if (user?.Extension is { } present && choices.TrueForAll(c => c.Value != present)) choices.Add(new Choice<string>(present, $"{present} (not in this phone system)"));
        return choices;
    }
}
