using Opbx.Core.Privacy;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.Privacy;

/// <summary>Deletes the data about an outside person's number, after showing how much there is and asking.</summary>
public sealed partial class PersonalDataPage
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");
    private string? _text;
    private string? _looked;
    private string? _fault;
    private PersonalData? _found;
    private PersonalData? _deleted;
    private bool _busy;

    [CascadingParameter] private PortalSession Session { get; set; } = default!;
    [Inject] private PersonalDataFinder Finder { get; set; } = default!;
    [Inject] private PersonalDataEraser Eraser { get; set; } = default!;
    [Inject] private Confirm Confirm { get; set; } = default!;

    private static IEnumerable<(string Name, int Count)> Kinds(PersonalDataCounts counts) =>
    [
        ("Calls from and to it", counts.Calls),
        ("Decisions about these calls", counts.Decisions),
        ("Messages of Cloudonix", counts.Messages),
        ("Recorded calls", counts.Recordings),
        ("Voicemail messages", counts.Voicemail),
        ("Events for integrations", counts.Events),
        ("Deliveries of these events", counts.Deliveries),
        ("Mentions elsewhere", counts.Mentions),
    ];

    private static string Entries(int count) => count == 1 ? "One entry is" : $"{count.ToString("N0", English)} entries are";

    private async Task LookUpAsync()
    {
        (_found, _deleted, _looked) = (null, null, _text);
        await DoAsync(() => Finder.CountAsync(Session.Actor, _looked, Session.Country, CancellationToken.None), found => _found = found);
    }

    private async Task DeleteAsync()
    {
        if (_found is not { } found) return;
        var question =
            new ConfirmQuestion($"Delete the data of {found.Masked}?",
                $"{Entries(found.Counts.Total)} deleted or made unreadable, recordings with their audio. This cannot be taken back.",
                "Delete for good");
        if (!await Confirm.AskAsync(question)) return;
        await DoAsync(() => Eraser.EraseAsync(Session.Actor, _looked, Session.Country, CancellationToken.None),
            deleted => (_found, _deleted, _text, _looked) = (null, deleted, null, null));
    }

    private async Task DoAsync(Func<Task<Result<PersonalData>>> action, Action<PersonalData> show)
    {
        _busy = true;
        var result = await action();
        _busy = false;
        _fault = result.Ok ? null : result.Failure.Errors?.ByPointer.Values.FirstOrDefault()?.FirstOrDefault() ?? result.Failure.Message;
        if (result.Ok) show(result.Value);
    }
}
