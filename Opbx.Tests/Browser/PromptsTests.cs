using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.Prompts;
using Opbx.Core.Prompts;

namespace Opbx.Tests.Browser;

/// <summary>The library of prompts: a text, an uploaded file, and a recording with the microphone (Chromium's own beeps).</summary>
public sealed class PromptsTests(SeededPortal portal) : IClassFixture<SeededPortal>
{
    private PbxSnapshot Snapshot => portal.Services.GetRequiredService<ConfigurationStore>().All.Single();

    [Fact]
    public async Task A_text_is_written_and_later_replaced_by_an_uploaded_file()
    {
        await using var owner = await portal.VisitAsync(state: portal.State);
        await owner.OpenAsync("/prompts");
        await owner.Link("New prompt").ClickAsync();
        await Box(owner, "Name").FillAsync("Holiday greeting");
        await Box(owner, "Text").FillAsync("We are closed until Monday.");
        await owner.Button("Create prompt").ClickAsync();
        await owner.Heading("Holiday greeting").WaitForAsync();
        Assert.Equal("We are closed until Monday.", Find("Holiday greeting").Say);
        await owner.Page.GetByLabel("A recording").CheckAsync();
        // The framework listens to a file input a moment after it is there; nobody chooses a file that fast.
        await owner.Page.WaitForFunctionAsync("() => document.querySelector('input[type=file]')?._blazorInputFileNextFileId === 0");
        await owner.Page.Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload { Name = "page.mp3", MimeType = "audio/mpeg", Buffer = "<html>no sound</html>"u8.ToArray() });
        await owner.Page.GetByText("neither an mp3 nor a wav file").WaitForAsync();
        await owner.PictureAsync("prompt-no-sound-light-1440");
        await owner.Page.Locator("input[type=file]")
            .SetInputFilesAsync(new FilePayload { Name = "greeting.wav", MimeType = "audio/wav", Buffer = Sounds.Wav(3) });
        await owner.Page.Locator("audio").WaitForAsync();
        await owner.Page.WaitForFunctionAsync("() => Math.round(document.querySelector('audio').duration) === 3");
        await owner.PictureAsync("prompt-uploaded-light-1440");
        await owner.ShouldBeAccessibleAsync("prompt with a recording");
        await owner.Button("Save").ClickAsync();
        await owner.Page.GetByText("Holiday greeting was saved.").WaitForAsync();
        Assert.Matches("^holiday-greeting-[0-9a-f]{32}\\.wav$", Find("Holiday greeting").File);
        Assert.Null(Find("Holiday greeting").Say);
    }

    [Fact]
    public async Task A_prompt_is_recorded_with_the_microphone()
    {
        await using var owner = await portal.VisitAsync(state: portal.State);
        await owner.OpenAsync("/prompts/new");
        await Box(owner, "Name").FillAsync("Spoken here");
        await owner.Page.GetByLabel("A recording").CheckAsync();
        await owner.Button("Record here").ClickAsync();
        await owner.Page.GetByText("Recording, 2 s").WaitForAsync();
        await owner.PictureAsync("prompt-recording-light-1440");
        await owner.Button("Stop").ClickAsync();
        await owner.Page.Locator("audio").WaitForAsync();
        await owner.Page.WaitForFunctionAsync("() => document.querySelector('audio').duration > 1");
        await owner.Button("Create prompt").ClickAsync();
        await owner.Heading("Spoken here").WaitForAsync();
        var path = portal.Services.GetRequiredService<PromptFiles>().Find(Snapshot.PbxId, Find("Spoken here").File!)!;
        await using var sound = File.OpenRead(path);
        Assert.InRange(AudioContent.Read(sound).Value!.Length.TotalSeconds, 1, 60);
        sound.Position = 44;
        Assert.Contains(await ReadAsync(sound), b => b != 0);
    }

    private static async Task<byte[]> ReadAsync(Stream stream)
    {
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory);
        return memory.ToArray();
    }

    private Prompt Find(string name) => Snapshot.Document.Prompts.Single(p => p.Name == name);

    private static ILocator Box(Visitor visitor, string label) =>
        visitor.Page.GetByLabel(label, new PageGetByLabelOptions { Exact = true });
}
