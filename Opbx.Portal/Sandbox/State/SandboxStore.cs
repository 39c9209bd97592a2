using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Opbx.Portal.Sandbox.State;

/// <summary>Holds the state in memory and writes every change to <c>sandbox.json</c> in the data folder.</summary>
internal sealed class SandboxStore : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly string _path;
    private readonly ILogger<SandboxStore> _log;
    private volatile SandboxState _state;

    public SandboxStore(IOptions<PortalOptions> options, ILogger<SandboxStore> log)
    {
        _path = Path.Combine(options.Value.DataDirectory, "sandbox.json");
        _log = log;
        _state = Load();
    }

    public SandboxState Current => _state;

    /// <summary>Changes one domain; a returned null domain means no change.</summary>
    /// <param name="change">From the domain and a source of new ids to the new domain and a result; pure.</param>
    /// <param name="cancellationToken">Cancels the wait for others, not the write.</param>
    public Task<T> ChangeAsync<T>(long domainId, Func<SandboxDomain, Func<long>, (SandboxDomain? Domain, T Answer)> change,
        CancellationToken cancellationToken) =>
        ChangeAsync(
            (state, newId) =>
            {
                var (domain, answer) = change(state.Domains.First(d => d.Id == domainId), newId);
                return (domain is null ? state : state.With(domain), answer);
            },
            cancellationToken);

    public async Task<T> ChangeAsync<T>(Func<SandboxState, Func<long>, (SandboxState State, T Answer)> change,
        CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var next = _state.NextId;
            var (state, answer) = change(_state, () => next++);
            if (!ReferenceEquals(state, _state))
            {
                state = state with { NextId = next };
                await WriteAsync(state);
                _state = state;
            }

            return answer;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private SandboxState Load()
    {
        var empty = new SandboxState(4500, Guid.NewGuid(), []);
        if (!File.Exists(_path)) return empty;
        try
        {
            return JsonSerializer.Deserialize<SandboxState>(File.ReadAllText(_path), SandboxJson.Options) ?? empty;
        }
        catch (JsonException)
        {
            File.Move(_path, _path + ".unreadable", overwrite: true);
            _log.StateUnreadable();
            return empty;
        }
    }

    /// <summary>A new file replaces the old one only when it is completely on disk.</summary>
    private async Task WriteAsync(SandboxState state)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(_path))!);
        var temporary = _path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var file = new FileStream(temporary, options))
        {
            await JsonSerializer.SerializeAsync(file, state, SandboxJson.Options);
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, _path, overwrite: true);
    }
}
