namespace Opbx.Core.Organizations;

/// <summary>The first set-up in the browser: possible while there is no organization, for the holder of the link.</summary>
public sealed class SetupEditor(Provisioning founding, SetupLink link) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Creates organization, owner and first PBX.</summary>
    public async Task<Result<SetupOutcome>> CreateAsync(string? token, SetupInput input, CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            if (!link.IsNeeded) return new Failure(FailureKind.Conflict, "This portal is set up already. Please sign in.");
            if (!link.Opens(token))
                return new Failure(FailureKind.Forbidden, "Open the link that the portal wrote to its console when it started.");
            var made = await founding.RunAsync(input with { Password = input.Password ?? "" }, platformAdmin: true, apiKey: null, cancel);
            if (made.Ok) link.Close();
            return made;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
