namespace Opbx.Tests.Cxml;

/// <summary>The checker itself: it must see what is wrong.</summary>
public sealed class CxmlContractTests
{
    [Theory]
    [InlineData("<Response><Say>Hello.</Say><Dial action=\"https://a.example/x\" " +
        "timeout=\"20\"><Number>1001</Number><Number>+12025550100</Number></Dial></Response>")]
    [InlineData("<Response><Gather action=\"https://a.example/x\" numDigits=\"1\" " +
        "finishOnKey=\"\"><Play>https://a.example/x.mp3</Play></Gather><Redirect " +
            "method=\"POST\">https://a.example/x</Redirect></Response>")]
    [InlineData("<Response><Reject reason=\"busy\" /></Response>")]
    public void Valid_documents_are_valid(string document) => Assert.Null(CxmlContract.Fault(document));

    [Theory]
    [InlineData("<Response>")]
    [InlineData("<Response />")]
    [InlineData("<Answer><Hangup /></Answer>")]
    [InlineData("<Response><Voicemail /></Response>")]
    [InlineData("<Response><Dial /></Response>")]
    [InlineData("<Response><Dial><Number></Number></Dial></Response>")]
    [InlineData("<Response><Dial><Number>anna</Number></Dial></Response>")]
    [InlineData("<Response><Dial><Number>++1</Number></Dial></Response>")]
    [InlineData("<Response><Dial maxDuration=\"5\"><Number>1001</Number></Dial></Response>")]
    [InlineData("<Response><Dial timeout=\"0\"><Number>1001</Number></Dial></Response>")]
    [InlineData("<Response><Dial action=\"/x\"><Number>1001</Number></Dial></Response>")]
    [InlineData("<Response><Dial><Number>1001</Number><Conference>Board</Conference></Dial></Response>")]
    [InlineData("<Response><Dial><Say>Hello.</Say></Dial></Response>")]
    [InlineData("<Response><Say> </Say></Response>")]
    [InlineData("<Response><Hangup /><Say>Hello.</Say></Response>")]
    [InlineData("<Response><Redirect>somewhere</Redirect></Response>")]
    [InlineData("<Response><Say voice=\"\">Hello.</Say></Response>")]
    [InlineData("<Response>Hello.<Hangup /></Response>")]
    [InlineData("<Response><Say>&#1;</Say></Response>")]
    public void Others_are_not(string document) => Assert.NotNull(CxmlContract.Fault(document));
}
