using Microsoft.Extensions.Options;
using Opbx.Core.Prompts;
using Opbx.Core.Shared;

namespace Opbx.Tests.Prompts;

public sealed class PromptFilesTests : IDisposable
{
    private static readonly Guid Pbx = Guid.NewGuid();
    private readonly TempFolder _data = new();
    private readonly PromptFiles _files;

    public PromptFilesTests() => _files = new PromptFiles(Options.Create(new PortalOptions { DataDirectory = _data.Path }));

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Each_version_gets_a_name_that_cannot_be_guessed()
    {
        var first = await SaveAsync("Welcome, dear caller!", Sounds.Wav(1));
        var second = await SaveAsync("Welcome, dear caller!", Sounds.Wav(1));
        Assert.NotEqual(first, second);
        Assert.Matches("^welcome-dear-caller-[0-9a-f]{32}\\.wav$", first);
        Assert.Matches("^prompt-[0-9a-f]{32}\\.mp3$", await SaveAsync("日本語", Sounds.Mp3(10)));
        Assert.Equal(Sounds.Wav(1), await File.ReadAllBytesAsync(_files.Find(Pbx, first)!));
    }

    [Theory]
    [InlineData("../opbx.db")]
    [InlineData("..%2Fopbx.db")]
    [InlineData("/etc/passwd")]
    [InlineData("..\\secret.wav")]
    [InlineData(".hidden.wav")]
    [InlineData("a/b.wav")]
    [InlineData("unfinished.part")]
    [InlineData("x.wav\n")]
    [InlineData("")]
    public async Task No_name_leads_out_of_the_folder(string name)
    {
        await SaveAsync("x", Sounds.Wav(1));
        await File.WriteAllTextAsync(_data.File("secret.wav"), "secret");
        Assert.Null(_files.Find(Pbx, name));
    }

    [Fact]
    public async Task A_file_of_one_PBX_is_no_file_of_another() =>
        Assert.Null(_files.Find(Guid.NewGuid(), await SaveAsync("x", Sounds.Wav(1))));

    [Fact]
    public async Task Too_much_is_refused_while_it_is_read_and_nothing_stays_behind()
    {
        var endless = new EndlessStream();
        var result = await _files.SaveAsync(Pbx, "x", endless, CancellationToken.None);
        Assert.Contains("10 MB", result.Failure!.Errors!.ByPointer[AudioContent.Pointer].Single(), StringComparison.Ordinal);
        Assert.InRange(endless.Given, PromptFiles.Largest, PromptFiles.Largest + 200_000);
        Assert.Empty(Directory.GetFiles(_data.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing_behind()
    {
        await Assert.ThrowsAsync<IOException>(() => _files.SaveAsync(Pbx, "x", new BrokenStream(), CancellationToken.None));
        Assert.Empty(Directory.GetFiles(_data.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task The_sweep_takes_what_is_old_and_unused_only()
    {
        var (used, young, old) =
            (await SaveAsync("a", Sounds.Wav(1)), await SaveAsync("b", Sounds.Wav(1)), await SaveAsync("c", Sounds.Wav(1)));
        var now = DateTimeOffset.Parse("2026-11-22T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
        _files.Retire(Pbx, used, now.AddDays(-9));
        _files.Retire(Pbx, young, now.AddHours(-1));
        _files.Retire(Pbx, old, now.AddDays(-2));
        Assert.Equal(1, _files.Sweep(pbx => pbx == Pbx ? new HashSet<string> { used } : new HashSet<string>(), now.AddDays(-1)));
        Assert.NotNull(_files.Find(Pbx, used));
        Assert.NotNull(_files.Find(Pbx, young));
        Assert.Null(_files.Find(Pbx, old));
    }

    private async Task<string> SaveAsync(string title, byte[] sound)
    {
        using var content = new MemoryStream(sound);
        var result = await _files.SaveAsync(Pbx, title, content, CancellationToken.None);
        Assert.True(result.Ok, result.Failure?.Errors?.ByPointer.First().Value[0]);
        return result.Value;
    }

    private sealed class EndlessStream : MemoryStream
    {
        public long Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Given += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }

    private sealed class BrokenStream : MemoryStream
    {
        private bool _begun;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_begun) throw new IOException("The line is broken.");
            _begun = true;
            return ValueTask.FromResult(1000);
        }
    }
}
