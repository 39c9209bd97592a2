using Opbx.Core.Numbering;

namespace Opbx.Tests.Numbering;

public sealed class ReadableNumberTests
{
    [Theory]
    [InlineData("+12125550100", "CA", "(212) 555-0100")]
    [InlineData("+12125550100", null, "+1 (212) 555-0100")]
    [InlineData("+442079460958", "GB", "+44 20 7946 0958")]
    [InlineData("+493012345678", "US", "+49 30 12345678")]
    [InlineData("+80012345678", "US", "+800 1234 5678")]
    [InlineData("+999123456789", "US", "+999123456789")]
    [InlineData("2125550100", "US", "2125550100")]
    public void Numbers_are_grouped_as_in_their_country(string number, string? country, string expected) =>
        Assert.Equal(expected, ReadableNumber.From(number, country));
}
