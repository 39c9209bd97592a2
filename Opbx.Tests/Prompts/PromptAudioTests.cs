using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Prompts;

namespace Opbx.Tests.Prompts;

/// <summary>The whole way of a sound: upload, call, fetch by the platform, export, deletion.</summary>
public sealed class PromptAudioTests(AcmePortal host) : IClassFixture<AcmePortal>
{
    [Fact]
    public async Task A_call_plays_the_uploaded_sound_and_the_platform_fetches_it_without_a_key()
    {
        await UploadAsync("Opening", Sounds.Wav(2), HttpStatusCode.Created);
        var menu = JsonNode.Parse((await host.GetAsync("ivr-menus/Main%20menu")).GetRawText())!;
        menu["prompt"] = new JsonObject { ["prompt"] = "Opening" };
        using var saved = await host.PutAsync("ivr-menus/Main%20menu", menu.ToJsonString());
        Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync());
        using var tried = await host.PostAsync("simulations", """{"from":"1001","to":"700","direction":"internal"}""");
        var cxml = await tried.Content.ReadAsStringAsync();
        var file = await FileAsync("Opening");
        Assert.Contains($"{PromptAddresses.Path(host.Pbx, file)}</Play>", Documents(cxml), StringComparison.Ordinal);
        using var platform = host.Client(key: null);
        using var sound = await platform.GetAsync(PromptAddresses.Path(host.Pbx, file));
        Assert.Equal((HttpStatusCode.OK, "audio/wav"), (sound.StatusCode, sound.Content.Headers.ContentType!.MediaType));
        Assert.True(sound.Headers.CacheControl!.Public && sound.Headers.CacheControl.MaxAge > TimeSpan.FromDays(300));
        Assert.Equal(Sounds.Wav(2), await sound.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_part_of_a_sound_can_be_asked_for()
    {
        await UploadAsync("Parted", Sounds.Mp3(50), HttpStatusCode.Created);
        using var platform = host.Client(key: null);
        using var request = new HttpRequestMessage(HttpMethod.Get, PromptAddresses.Path(host.Pbx, await FileAsync("Parted")));
        request.Headers.Range = new RangeHeaderValue(0, 99);
        using var part = await platform.SendAsync(request);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal("audio/mpeg", part.Content.Headers.ContentType!.MediaType);
        Assert.Equal(Sounds.Mp3(50)[..100], await part.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Another_upload_is_another_address_and_the_old_one_still_answers_calls_that_go_on()
    {
        await UploadAsync("Twice", Sounds.Wav(1), HttpStatusCode.Created);
        var first = await FileAsync("Twice");
        await UploadAsync("Twice", Sounds.Wav(2), HttpStatusCode.OK);
        Assert.NotEqual(first, await FileAsync("Twice"));
        using var platform = host.Client(key: null);
        Assert.Equal(HttpStatusCode.OK, (await platform.GetAsync(PromptAddresses.Path(host.Pbx, first))).StatusCode);
    }

    [Fact]
    public async Task A_prompts_file_survives_export_until_the_prompt_is_deleted()
    {
        await UploadAsync("Kept", Sounds.Wav(1), HttpStatusCode.Created);
        var file = await FileAsync("Kept");
        using var imported = await host.PutAsync("configuration", await host.Api.GetStringAsync(host.For("configuration")));
        Assert.Equal(HttpStatusCode.OK, imported.StatusCode);
        Assert.Equal(file, await FileAsync("Kept"));
        Assert.NotNull(host.Services.GetRequiredService<PromptFiles>().Find(host.Pbx, file));
        using var deleted = await host.Api.DeleteAsync(host.For("prompts/Kept"));
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Null(host.Services.GetRequiredService<PromptFiles>().Find(host.Pbx, file));
        using var platform = host.Client(key: null);
        Assert.Equal(HttpStatusCode.NotFound, (await platform.GetAsync(PromptAddresses.Path(host.Pbx, file))).StatusCode);
    }

    [Fact]
    public async Task What_is_no_sound_is_refused_and_the_prompt_stays_as_it_is()
    {
        await UploadAsync("Good", Sounds.Wav(1), HttpStatusCode.Created);
        var file = await FileAsync("Good");
        using var answer = await PutAsync("Good", "<html>no sound</html>"u8.ToArray());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("/file", JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("errors")
            .EnumerateObject().Select(e => e.Name));
        Assert.Equal(file, await FileAsync("Good"));
    }

    [Fact]
    public async Task A_lost_update_is_refused()
    {
        await UploadAsync("Tagged", Sounds.Wav(1), HttpStatusCode.Created);
        using var read = await host.Api.GetAsync(host.For("prompts/Tagged"));
        await UploadAsync("Tagged", Sounds.Wav(2), HttpStatusCode.OK);
        using var request =
            new HttpRequestMessage(HttpMethod.Put, host.For("prompts/Tagged/audio")) { Content = new ByteArrayContent(Sounds.Wav(3)) };
        request.Headers.IfMatch.Add(read.Headers.ETag!);
        using var late = await host.Api.SendAsync(request);
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
    }

    private async Task UploadAsync(string name, byte[] sound, HttpStatusCode expected)
    {
        using var answer = await PutAsync(name, sound);
        Assert.True(answer.StatusCode == expected, await answer.Content.ReadAsStringAsync());
        Assert.Equal(sound, await host.Api.GetByteArrayAsync(host.For($"prompts/{name}/audio")));
    }

    private async Task<HttpResponseMessage> PutAsync(string name, byte[] sound)
    {
        using var content = new ByteArrayContent(sound);
        return await host.Api.PutAsync(host.For($"prompts/{name}/audio"), content);
    }

    private async Task<string> FileAsync(string name) => (await host.GetAsync($"prompts/{name}")).GetProperty("file").GetString()!;

    private static string Documents(string json) =>
        string.Join('\n', JsonDocument.Parse(json).RootElement.GetProperty("steps").EnumerateArray()
            .Select(s => s.GetProperty("cxml").GetString()));
}
