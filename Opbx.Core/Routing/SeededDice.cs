namespace Opbx.Core.Routing;

/// <summary>The same rolls every time, for simulations and tests.</summary>
public sealed class SeededDice(int seed) : IDice
{
    private readonly Random _random = new(seed);

    public int Roll(int exclusive) => _random.Next(exclusive);
}
