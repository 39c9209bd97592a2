using Bunit;
using Opbx.Core.Shared;
using Opbx.Portal.Components.Ui;

namespace Opbx.Tests.Components;

public sealed class FieldTests
{
    [Fact]
    public void A_field_is_named_described_and_marked_as_wrong()
    {
        using var kit = new Kit();
        var form = new FormContext();
        form.Register("/number", "Number");
        form.Show(Errors(("/number", "An extension number has 2 to 6 digits.")));
        var field = kit.Render<TextField>(p => p.Add(f => f.Label, "Number").Add(f => f.Pointer, "/number")
            .Add(f => f.Help, "What people dial.").AddCascadingValue(form));
        var input = field.Find("input");
        Assert.Equal(input.Id, field.Find("label").GetAttribute("for"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        var described = input.GetAttribute("aria-describedby")!.Split(' ').Select(id => field.Find("#" + id).TextContent.Trim()).ToList();
        Assert.Equal(2, described.Count);
        Assert.Contains(described, text => text == "What people dial.");
        Assert.Contains(described, text => text.EndsWith("2 to 6 digits.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_sentence_about_an_inner_member_stands_at_the_closest_field()
    {
        var form = new FormContext();
        form.Register("/destination", "Calls go");
        form.Register("/destination/then", "Afterwards");
        form.Show(Errors(("/destination/then/name", "There is no such menu."), ("/other", "Unknown.")));
        Assert.Empty(form.For("/destination"));
        Assert.Equal(["There is no such menu."], form.For("/destination/then"));
        Assert.Contains(form.All(), e => e is { Label: null, Sentence: "Unknown." });
    }

    [Fact]
    public void A_secret_is_fetched_only_when_asked_for_and_hidden_again()
    {
        using var kit = new Kit();
        var asked = 0;
        var field = kit.Render<SecretField>(p => p.Add(f => f.What, "the password").Add(f => f.Reveal, () =>
        {
            asked++;
            return Task.FromResult<Result<string>>("correct-horse");
        }));
        Assert.Equal(0, asked);
        Assert.DoesNotContain("correct-horse", field.Markup, StringComparison.Ordinal);
        field.Find("button").Click();
        Assert.Contains("correct-horse", field.Markup, StringComparison.Ordinal);
        field.FindAll("button")[^1].Click();
        Assert.DoesNotContain("correct-horse", field.Markup, StringComparison.Ordinal);
        Assert.Equal(1, asked);
    }

    [Fact]
    public void A_secret_that_is_refused_says_why()
    {
        using var kit = new Kit();
        var field = kit.Render<SecretField>(p => p.Add(f => f.What, "the password")
            .Add(f => f.Reveal, () => Task.FromResult<Result<string>>(Failure.Forbidden())));
        field.Find("button").Click();
        Assert.Equal("You do not have permission for this.", field.Find("[role=alert]").TextContent);
    }

    private static FieldErrors Errors(params (string Pointer, string Sentence)[] all)
    {
        var errors = new FieldErrors();
        foreach (var (pointer, sentence) in all) errors.Add(pointer, sentence);
        return errors;
    }
}
