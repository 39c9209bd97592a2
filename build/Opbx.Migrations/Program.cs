// Only the migrations tool looks into this program.
return 0;
