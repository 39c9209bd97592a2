using Opbx.Core.Numbering;

namespace Opbx.Tests.Numbering;

public sealed class NumberReaderTests
{
    private sealed record Example(
        string Caller, string E164, string National, string FromUs, string Region, NumberKind Kind, string? AreaCode);

    /// <summary>What libphonenumber's JavaScript edition (google-libphonenumber 3.2.47) says about its example numbers.</summary>
    private static List<Example> Examples()
    {
        using var reader = new StreamReader(typeof(NumberReaderTests).Assembly.GetManifestResourceStream("numbering-plan-cases.tsv")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#').Select(line =>
        {
            var c = line.Split('\t');
            return new Example(c[0], c[1], c[2], c[3], c[4], KindOf(c[5]), c[6].Length == 0 ? null : c[6]);
        })];
    }

    private static NumberKind KindOf(string google) => google switch {
        "FIXED_LINE" => NumberKind.FixedLine,
        "MOBILE" => NumberKind.Mobile,
        "FIXED_LINE_OR_MOBILE" => NumberKind.FixedOrMobile,
        "TOLL_FREE" => NumberKind.TollFree,
        "PREMIUM_RATE" => NumberKind.Premium,
        "SHARED_COST" => NumberKind.SharedCost,
        "VOIP" => NumberKind.Voip,
        "PERSONAL_NUMBER" => NumberKind.Personal,
        "PAGER" => NumberKind.Pager,
        "UAN" => NumberKind.Uan,
        "VOICEMAIL" => NumberKind.Other,
        _ => throw new ArgumentOutOfRangeException(nameof(google), google, null),
    };

    private static DialledNumber? Find(string e164) => NumberReader.Read(e164, NumberingPlan.Worldwide);

    private static void AgreesWithLibrary(Func<Example, bool> holds, Func<Example, string> tell)
    {
        var examples = Examples();
        Assert.True(examples.Count > 1000);
        Assert.Equal("", string.Join('\n', examples.Where(e => !holds(e)).Select(e => $"{e} but {tell(e)}")));
    }

    [Fact]
    public void Region_and_kind_of_every_countrys_examples_are_the_librarys() =>
        AgreesWithLibrary(e => Find(e.E164) is { } number && (number.Region, number.Kind) == (e.Region, e.Kind), e => $"{Find(e.E164)}");

    [Fact]
    public void Every_countrys_examples_are_understood_in_national_format() =>
        AgreesWithLibrary(
            e => NumberReader.Read(e.National, e.Caller)?.Number == e.E164,
            e => $"{NumberReader.Read(e.National, e.Caller)}");

    [Fact]
    public void Every_countrys_examples_are_understood_from_the_United_States() =>
        AgreesWithLibrary(e => NumberReader.Read(e.FromUs, "US")?.Number == e.E164, e => $"{NumberReader.Read(e.FromUs, "US")}");

    [Fact]
    public void A_shared_number_belongs_to_the_country_from_which_it_is_dialled() =>
        AgreesWithLibrary(
            e => NumberReader.Read(e.E164, e.Caller)?.Region == e.Caller && NumberingPlan.BelongsTo(e.E164, e.Caller),
            e => $"{NumberReader.Read(e.E164, e.Caller)}");

    [Fact] // The library's JavaScript edition gives Mexico no area codes, its other editions do.
    public void Area_codes_of_fixed_lines_are_the_librarys() =>
        AgreesWithLibrary(
            e => e.Region == "MX" || e.Kind is not (NumberKind.FixedLine or NumberKind.FixedOrMobile)
                || Find(e.E164)?.AreaCode == e.AreaCode,
            e => $"{Find(e.E164)}");

    [Theory]
    [InlineData("US", "011441212345678", "+441212345678")]
    [InlineData("GB", "0012125559876", "+12125559876")]
    [InlineData("GB", "01212345678", "+441212345678")]
    [InlineData("GB", "441212345678", "+441212345678")]
    [InlineData("GB", "+44 (0)121 234 5678", "+441212345678")]
    [InlineData("AU", "001144121 234 5678", "+441212345678")]
    [InlineData("JP", "010 44 121 234 5678", "+441212345678")]
    [InlineData("US", "6045550123", "+16045550123")]
    [InlineData("IT", "0612345678", "+390612345678")]
    [InlineData("VI", "6421234", "+13406421234")]
    [InlineData("DE", "+80012345678", "+80012345678")]
    public void The_countrys_own_way_of_dialling_is_understood(string country, string dialled, string e164) =>
        Assert.Equal(e164, NumberReader.Read(dialled, country)?.Number);

    [Theory]
    [InlineData("US", "00441212345678")]
    [InlineData("US", "5559876")]
    [InlineData("US", "999999999999999")]
    [InlineData("US", "0")]
    [InlineData("US", "1005")]
    [InlineData("US", "40404")]
    [InlineData("US", "+999123456789")]
    [InlineData("US", "++12125559876")]
    [InlineData("US", "2125559876;ext=1")]
    [InlineData("GB", "2345678")]
    [InlineData("XX", "2125559876")]
    public void What_is_no_number_there_is_none(string country, string dialled) => Assert.Null(NumberReader.Read(dialled, country));

    [Theory]
    [InlineData("+12125559876", "US", "212")]
    [InlineData("+16045550123", "CA", "604")]
    [InlineData("+18765551234", "JM", "876")]
    [InlineData("+17875551234", "PR", "787")]
    [InlineData("+441212345678", "GB", "121")]
    [InlineData("+442079460000", "GB", "20")]
    [InlineData("+77012345678", "KZ", null)]
    [InlineData("+79161234567", "RU", null)]
    [InlineData("+522221234567", "MX", "222")]
    [InlineData("+525551234567", "MX", "55")]
    [InlineData("+5511961234567", "BR", "11")]
    [InlineData("+18765801234", "JM", "876")]
    [InlineData("+80012345678", NumberingPlan.Worldwide, null)]
    [InlineData("+4532123456", "DK", null)]
    public void Countries_that_share_a_calling_code_are_told_apart(string e164, string region, string? areaCode) =>
        Assert.Equal((region, areaCode), (Find(e164)?.Region, Find(e164)?.AreaCode));
}
