using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Opbx.Core.Cloudonix.Cxml;

namespace Opbx.Tests.Cxml;

public sealed class CxmlWriterTests
{
    [Fact]
    public void A_menu_is_a_gather_with_its_prompt_inside_and_a_way_on_without_input() => Assert.Equal(
        """<?xml version="1.0" encoding="UTF-8"?><Response><Gather action="https://pbx.example/a?s=1" method="POST" input="dtmf" numDigits="1" finishOnKey="#" timeout="2" maxTimeout="5" actionOnEmptyResult="true"><Say voice="woman" language="en-US">Press 1.</Say></Gather><Redirect method="POST">https://pbx.example/a?s=1</Redirect></Response>""",
        CxmlWriter.Write(
            new CxmlDocument(
                [new Gather("https://pbx.example/a?s=1", 5, 2, 1, "#", [new Say("Press 1.", "woman", "en-US")]),
                    new Redirect("https://pbx.example/a?s=1")])));

    [Fact]
    public void A_dial_names_every_phone_and_where_it_goes_on() => Assert.Equal(
        """<?xml version="1.0" encoding="UTF-8"?><Response><Dial action="https://pbx.example/a" method="POST" timeout="20" callerId="+12125550100" trunks="carrier" record="record-from-answer" recordingStatusCallback="https://pbx.example/r"><Number>+12025550177</Number></Dial></Response>""",
        CxmlWriter.Write(
            new CxmlDocument(
                [new Dial([new Number("+12025550177")], "https://pbx.example/a") { Timeout = 20, CallerId = "+12125550100",
                    Trunks = "carrier", RecordingCallback = "https://pbx.example/r" }])));

    [Fact]
    public void Text_is_escaped_exactly_once()
    {
        const string Text = "Smith & Sons <Sales> say \"hello\" & it's 'fine'.";
        Assert.Equal(Text, Spoken(Text));
    }

    [Fact]
    public void What_XML_cannot_hold_is_replaced()
    {
        foreach (var forbidden in new[] { '\0', '\u0008', '\uFFFE', '\uD800', '\uDC00' })
            Assert.Equal("a\uFFFDb", Spoken($"a{forbidden}b"));
        Assert.Equal("a\uD83D\uDE00b", Spoken("a\uD83D\uDE00b"));
    }

    [Fact]
    public void Any_text_gives_a_document_that_says_it()
    {
        var texts = ArbMap.Default.ArbFor<string>().Generator.Where(t => t is not null);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(5000),
            Prop.ForAll(texts.ToArbitrary(), text => Spoken(text) == CxmlText.Clean(text).Replace("\r\n", "\n", StringComparison.Ordinal)
                .Replace('\r', '\n')));
    }

    [Theory]
    [InlineData("a & b < c > d \"e\" 'f'")]
    [InlineData("line\nline\r\nline\ttab")]
    [InlineData("&amp; &lt;Say&gt; ]]>")]
    public void Attributes_and_texts_come_out_as_they_went_in(string text)
    {
        var dial = XDocument.Parse(
            CxmlWriter.Write(new CxmlDocument([new Dial([new Conference(text)], "https://pbx.example/a") { CallerName = text }])),
            LoadOptions.PreserveWhitespace).Root!.Element("Dial")!;
        Assert.Equal(text, dial.Attribute("callerName")!.Value);
        Assert.Equal(text, dial.Element("Conference")!.Value);
    }

    private static string Spoken(string text) =>
        XDocument.Parse(CxmlWriter.Write(new CxmlDocument([new Say(text, null, null)])),
            LoadOptions.PreserveWhitespace).Root!.Element("Say")!.Value.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
