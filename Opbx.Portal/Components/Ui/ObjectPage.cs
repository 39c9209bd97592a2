using Opbx.Portal.Http;
using Opbx.Portal.Navigation;

namespace Opbx.Portal.Components.Ui;

/// <summary>The page of one configured object: finds it by the key in the address, creates, changes, renames and deletes it.</summary>
public abstract class ObjectPage<TObject> : ComponentBase, IObjectPage
    where TObject : ConfiguredObject
{
    private TObject? _value;
    private string _original = "";
    private bool _looked;

    public bool Exists => _value is not null;
    public bool IsNew => Saved is null;
    public bool Disabled => Saved is { Object.Active: false };
    public bool Dirty => _value is not null && _original != Text(_value);
    public bool MayEdit => Session.May(Permission.EditConfiguration);

    public Failure? Failure { get; private set; }

    public virtual string Noun => Kind.Noun;
    public string Heading => Saved is null ? $"New {Noun}" : NameOf((TObject)Saved.Object);

    public abstract Crumb List { get; }
    [CascadingParameter] protected PortalSession Session { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private ConfigurationEditor Editor { get; set; } = default!;
    [Inject] private ConfigurationDirectory Directory { get; set; } = default!;
    [Inject] private ObjectPages Pages { get; set; } = default!;

    /// <summary>The object in the form; only valid when there is one.</summary>
    protected TObject Value => _value!;

    /// <summary>The stored object; null for a new one.</summary>
    protected SavedObject? Saved { get; private set; }

    protected PbxDocument Document => Session.Snapshot.Document;

    protected abstract ObjectKind Kind { get; }

    /// <summary>The key in the address; null for a new object.</summary>
    protected abstract string? KeyInAddress { get; }

    protected abstract TObject Make();

    protected abstract string PathOf(string key);

    protected abstract string WhatDeletingMeans { get; }

    protected virtual string NameOf(TObject value) => value.Key;

    /// <summary>Converts what the form holds to the object to store.</summary>
    protected virtual TObject Tidy(TObject value) => value;

    /// <summary>Called when another object, or another version of it, is shown.</summary>
    protected virtual Task ShownAsync() => Task.CompletedTask;

    protected void Change(TObject value) => _value = value;

    /// <summary>The key in an address: routing leaves an escaped slash inside a segment as it is.</summary>
    protected static string? Unescaped(string? segment) => segment is null ? null : PathSegments.NameIn(segment);

    protected override async Task OnParametersSetAsync()
    {
        if (_looked && Saved?.Object.Key == KeyInAddress) return;
        _looked = true;
        // More people can see this page than can add objects.
        if (KeyInAddress is null && !MayEdit) Navigation.NavigateTo(Paths.NoPermission, forceLoad: true);
        Failure = null;
        if (KeyInAddress is not { } key) Show(null, MayEdit ? Make() : null);
        else if (Directory.Get(Session.Actor, Session.PbxId, Kind, key) is { Ok: true, Value: { } saved })
            Show(saved, (TObject)saved.Object);
        else Show(null, null);
        await ShownAsync();
    }

    public async Task SaveAsync()
    {
        var (isNew, value) = (Saved is null, Tidy(Value));
        var result = Saved is null
            ? await Editor.CreateAsync(Session.Actor, Session.PbxId, Kind, value, CancellationToken.None)
            : await Editor.ReplaceAsync(Session.Actor, Session.PbxId, Kind, Saved.Object.Key, value, Saved.Info.Version,
                CancellationToken.None);
        Failure = result.Failure;
        if (!result.Ok) return;
        Show(result.Value, (TObject)result.Value.Object);
        await ShownAsync();
        var key = result.Value.Object.Key;
        Pages.Saved($"{NameOf((TObject)result.Value.Object)} was {(isNew ? "created" : "saved")}.", PathOf(key), stay: KeyInAddress == key);
    }

    public async Task SaveLaterAsync()
    {
        if (Saved is not { Object: TObject stored }) return;
        var value = Tidy(Value);
        Failure = await Pages.SaveLaterAsync(Session, Kind, stored, value, () => Discard(stored));
    }

    public string? HistoryPath =>
        Saved is not null && Session.May(Permission.ViewHistory) ? Paths.HistoryOf(Kind.Name, Saved.Object.Key) : null;

    /// <summary>Changes one thing of the stored object immediately, and of the form, without saving other edits.</summary>
    protected async Task SaveNowAsync(Func<TObject, TObject> change, string sentence)
    {
        if (Saved is not { Object: TObject stored }) return;
        var result = await Editor.ReplaceAsync(Session.Actor, Session.PbxId, Kind, stored.Key, change(stored), Saved.Info.Version,
            CancellationToken.None);
        Failure = result.Failure;
        if (!result.Ok) return;
        (Saved, _value, _original) = (result.Value, change(Value), Text((TObject)result.Value.Object));
        Pages.Saved(sentence, PathOf(stored.Key), stay: true);
    }

    public async Task DeleteAsync()
    {
        if (Saved is not { Object: TObject stored }) return;
        var question = new ConfirmQuestion($"Delete {NameOf(stored)}?", WhatDeletingMeans, $"Delete {Noun}");
        Failure = await Pages.DeleteAsync(Session, Kind, Saved, question, List.Path, () => Discard(stored));
    }

    /// <summary>Renders immediately: until then the form would still ask about lost changes.</summary>
    private void Discard(TObject stored)
    {
        _value = stored;
        StateHasChanged();
    }

    private string Text(TObject value) => DocumentJson.Write(Kind, value);
    private void Show(SavedObject? saved, TObject? value) => (Saved, _value, _original) = (saved, value, value is null ? "" : Text(value));
}
