using Bunit;
using Opbx.Core.Document;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.RingGroups;
using Opbx.Portal.Components.Objects;

namespace Opbx.Tests.Components;

public sealed class DestinationPickerTests
{
    private static readonly PbxDocument Document = new() {
        Extensions = [new UserExtension { Number = "1001", Name = "Anna Bell" }, new UserExtension { Number = "1002", Name = "Ben Ode" }],
        RingGroups = [new RingGroup { Name = "Sales" }],
    };

    [Fact]
    public void Every_destination_of_the_union_can_be_chosen()
    {
        var union = typeof(Destination).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Destination))).ToList();
        Assert.NotEmpty(union);
        Assert.Equal(union.Select(t => t.Name).Order(StringComparer.Ordinal), DestinationType.All.Select(t => t.Type.Name)
            .Order(StringComparer.Ordinal));
        Assert.All(DestinationType.All, type => Assert.Equal(type.Type, type.Make("1001").GetType()));
        Assert.All(DestinationType.All, type => Assert.NotEmpty(DestinationText.For(type.Make("1001"), Document)));
    }

    [Fact]
    public void Choosing_a_kind_with_one_object_chooses_that_object()
    {
        using var kit = new Kit();
        Destination? chosen = null;
        var picker = Render(kit, new HangupDestination(), d => chosen = d);
        picker.Find("select").Change(nameof(RingGroupDestination));
        Assert.Equal(new RingGroupDestination { Name = "Sales" }, chosen);
    }

    [Fact]
    public void Kinds_without_any_object_cannot_be_chosen()
    {
        using var kit = new Kit();
        var option = Render(kit, new HangupDestination(), _ => { }).Find($"option[value={nameof(IvrDestination)}]");
        Assert.True(option.HasAttribute("disabled"));
        Assert.Contains("none yet", option.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_announcement_asks_for_its_text_and_for_what_comes_then()
    {
        using var kit = new Kit();
        Destination? chosen = null;
        var picker = Render(kit, new AnnouncementDestination { Prompt = new() { Say = "Hello" }, Then = new HangupDestination() },
            d => chosen = d);
        Assert.Equal("Hello", picker.Find("textarea").TextContent + picker.Find("textarea").GetAttribute("value"));
        picker.FindAll("select")[^1].Change(nameof(RejectDestination));
        Assert.Equal(new RejectDestination(), Assert.IsType<AnnouncementDestination>(chosen).Then);
    }

    [Theory]
    [InlineData("+1 (212) 555-0100", "+12125550100", null)]
    [InlineData("sip:desk@pbx.example", null, "sip:desk@pbx.example")]
    public void Outside_destinations_tell_numbers_from_sip_addresses(string typed, string? number, string? sip)
    {
        using var kit = new Kit();
        Destination? chosen = null;
        Render(kit, new ExternalDestination(), d => chosen = d).Find("input").Change(typed);
        Assert.Equal(new ExternalDestination { Number = number, Sip = sip }, chosen);
    }

    [Fact]
    public void What_does_not_exist_any_more_is_still_named()
    {
        Assert.Equal("1009 (does not exist)", DestinationText.For(new ExtensionDestination { Number = "1009" }, Document));
        Assert.Equal("1001 Anna Bell", DestinationText.For(new ExtensionDestination { Number = "1001" }, Document));
    }

    private static IRenderedComponent<DestinationPicker> Render(Kit kit, Destination value, Action<Destination?> changed) =>
        kit.Render<DestinationPicker>(p => p
        .Add(x => x.Label, "Calls go")
        .Add(x => x.Pointer, "/destination")
        .Add(x => x.Document, Document)
        .Add(x => x.Value, value)
        .Add(x => x.ValueChanged, changed));
}
