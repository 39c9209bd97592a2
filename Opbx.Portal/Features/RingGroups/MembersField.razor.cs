using Microsoft.AspNetCore.Components.Web;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.RingGroups;
using Opbx.Core.Numbering;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.RingGroups;

/// <summary>The members of a ring group: add, reorder, delay, remove.</summary>
public sealed partial class MembersField
{
    private const int Most = 50;
    private int _added;
    private string? _outside;
    private string? _fault;
    private string? _focus;

    [Parameter, EditorRequired] public RingGroup Group { get; set; } = default!;
    [Parameter] public EventCallback<RingGroup> GroupChanged { get; set; }
    [Parameter, EditorRequired] public PbxDocument Document { get; set; } = default!;

    [Parameter] public bool MayEdit { get; set; }
    [Inject] private PageScript Script { get; set; } = default!;

    private IReadOnlyList<RingGroupMember> Members => [.. Group.Members.OrderBy(m => m.Order)];
    private bool Staggered => Group.Strategy == RingStrategy.Simultaneous;

    private IEnumerable<Choice<string>> People => Document.Extensions.OfType<UserExtension>()
        .Where(e => Group.Members.All(m => m.Extension != e.Number))
        .Select(e => new Choice<string>(e.Number, e.Active ? $"{e.Number} {e.Name}" : $"{e.Number} {e.Name} (disabled)"));

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus is not { } id) return;
        _focus = null;
        await Script.FollowAsync(id);
    }

    private Task ChangeAsync(IReadOnlyList<RingGroupMember> members) =>
        GroupChanged.InvokeAsync(Group with { Members = [.. members.Select((m, i) => m with { Order = i })] });

    private Task ReplaceAsync(int index, RingGroupMember member) => ChangeAsync([.. Members.Select((m, i) => i == index ? member : m)]);

    private Task AddPersonAsync(string? number)
    {
        if (string.IsNullOrEmpty(number)) return Task.CompletedTask;
        // A fresh picker without the previous selection.
        (_added, _focus) = (_added + 1, "add-person");
        return ChangeAsync([.. Members, new RingGroupMember { Extension = number }]);
    }

    private Task KeyAsync(KeyboardEventArgs e) => e.Key == "Enter" ? AddOutsideAsync() : Task.CompletedTask;

    private Task AddOutsideAsync()
    {
        var number = NumberText.Plain(_outside ?? "");
        _fault = !E164.IsValid(number) ? E164.Rule : Group.Members.Any(m => m.External == number) ? "This number is in the group already."
            : null;
        if (_fault is not null) return Task.CompletedTask;
        (_outside, _focus) = (null, "add-outside");
        return ChangeAsync([.. Members, new RingGroupMember { External = number }]);
    }
}
