using Opbx.Core.Numbering;

namespace Opbx.Tests.Numbering;

public sealed class NumberingPlanTests
{
    [Theory]
    [InlineData("US", "5559876", true)]
    [InlineData("US", "555-9876", true)]
    [InlineData("CA", "5559876", true)]
    [InlineData("GB", "2345678", true)]
    [InlineData("US", "15559876", false)]
    [InlineData("US", "+5559876", false)]
    [InlineData("US", "0559876", false)]
    [InlineData("DK", "5559876", false)]
    public void Seven_digits_lack_the_area_code_where_there_are_areas(string country, string dialled, bool lacks) =>
        Assert.Equal(lacks, NumberingPlan.LacksAreaCode(dialled, country));

    [Theory]
    [InlineData("US", "911", true)]
    [InlineData("US", "112", true)]
    [InlineData("US", "999", false)]
    [InlineData("US", "9112", false)]
    [InlineData("US", "", false)]
    [InlineData("US", "911;ext=1", false)]
    [InlineData("GB", "999", true)]
    [InlineData("GB", "911", false)]
    [InlineData("DE", "110", true)]
    [InlineData("DE", "+110", false)]
    [InlineData("AU", "000", true)]
    [InlineData("XX", "911", false)]
    public void Emergency_numbers_are_the_countrys(string country, string digits, bool emergency) =>
        Assert.Equal(emergency, NumberingPlan.IsEmergency(digits, country));

    [Theory]
    [InlineData("US", true)]
    [InlineData("AX", true)]
    [InlineData("us", false)]
    [InlineData("XX", false)]
    [InlineData("", false)]
    [InlineData(NumberingPlan.Worldwide, false)]
    public void Only_countries_with_a_plan_are_known(string country, bool known)
    {
        NumberingPlan.WarmUp(country);
        Assert.Equal(known, NumberingPlan.Knows(country));
    }
}
