using System.Security.Cryptography;

namespace Opbx.Core.Routing;

/// <summary>Real chance, for live calls.</summary>
public sealed class ChanceDice : IDice
{
    public int Roll(int exclusive) => RandomNumberGenerator.GetInt32(exclusive);
}

/// <summary>The same rolls every time, for simulations and tests.</summary>
public sealed class SeededDice(int seed) : IDice
{
    private readonly Random _random = new(seed);

    public int Roll(int exclusive) => _random.Next(exclusive);
}
